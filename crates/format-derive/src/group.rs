//! `#[table(group(name: Type { field, other = key_field, … }))]`.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Result, Token, braced, parenthesized};

/// Fields of the raw struct that are collected in a struct.
pub(crate) struct Group {
    /// The field of the raw struct.
    pub(crate) name: Ident,
    /// Its type.
    pub(crate) ty: Ident,
    pub(crate) members: Vec<Member>,
}

/// A field of the struct, and the field of the table it is read from.
pub(crate) struct Member {
    pub(crate) field: Ident,
    pub(crate) from: Ident,
}

impl Group {
    /// The group that an attribute of the struct declares.
    pub(crate) fn from_attributes(attributes: &[Attribute]) -> Result<Option<Self>> {
        let mut declared = attributes.iter().filter(|of| of.path().is_ident("table"));
        declared.next().map(Attribute::parse_args).transpose()
    }

    /// The member that is read from a field of the table.
    pub(crate) fn member(&self, from: &Ident) -> Option<&Member> {
        self.members.iter().find(|member| member.from == *from)
    }
}

impl Parse for Group {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let keyword: Ident = input.parse()?;
        if keyword != "group" {
            return Err(syn::Error::new(keyword.span(), "expected `group(…)`"));
        }
        let content;
        parenthesized!(content in input);
        let name = content.parse()?;
        content.parse::<Token![:]>()?;
        let ty = content.parse()?;
        let members;
        braced!(members in content);
        let members = Punctuated::<Member, Token![,]>::parse_terminated(&members)?;
        Ok(Self {
            name,
            ty,
            members: members.into_iter().collect(),
        })
    }
}

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let field: Ident = input.parse()?;
        let from = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self {
            from: from.unwrap_or_else(|| field.clone()),
            field,
        })
    }
}
