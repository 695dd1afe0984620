//! Generates the code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DeriveInput, Expr, Field, Fields, GenericArgument, Ident, LitInt, LitStr,
    PathArguments, Result, Type,
};

use crate::group::{Group, Member};

/// What a field's type says about its value.
enum Shape<'a> {
    Required(&'a Type),
    Optional(&'a Type),
    List { of: &'a Type, not_empty: bool },
    Flag { default: bool },
    Time,
}

/// The parts of the generated code for one field.
struct Parts {
    /// The fields of the raw struct.
    declare: TokenStream,
    /// Statements that read the value into variables with the names of those fields.
    read: TokenStream,
    /// An expression that converts the raw value.
    convert: TokenStream,
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let plain = &input.ident;
    let raw = format_ident!("Raw{plain}");
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => &fields.named,
            _ => return Err(syn::Error::new_spanned(plain, "a table has named fields")),
        },
        _ => return Err(syn::Error::new_spanned(plain, "a table is a struct")),
    };
    let group = Group::from_attributes(&input.attrs)?;
    let (mut declare, mut names, mut reads, mut converts) = (vec![], vec![], vec![], vec![]);
    let mut keys = vec![];
    for field in fields {
        let Some(name) = &field.ident else { continue };
        let member = group.as_ref().and_then(|group| group.member(name));
        let from = match (&group, member) {
            (Some(Group { name, .. }), Some(Member { field, .. })) => quote!(raw.#name.#field),
            _ => quote!(raw.#name),
        };
        let parts = parts(field, name, &from)?;
        keys.push(key(field, name)?);
        reads.push(parts.read);
        let convert = parts.convert;
        converts.push(quote!(#name: #convert));
        if member.is_none() {
            declare.push(parts.declare);
            names.push(quote!(#name));
            if matches!(shape(field)?, Shape::Time) {
                let time = format_ident!("{name}_time");
                let written = format_ident!("{name}_written");
                names.push(quote!(#time));
                names.push(quote!(#written));
            }
        }
    }
    if let Some(Group { name, ty, members }) = &group {
        declare.push(quote!(pub(crate) #name: #ty,));
        let fields = members.iter().map(|member| {
            let (field, from) = (&member.field, &member.from);
            if field == from {
                quote!(#from)
            } else {
                quote!(#field: #from)
            }
        });
        names.push(quote!(#name: #ty { #(#fields),* }));
    }
    let about = format!("A [`{plain}`] as far as it could be read, with places.");
    Ok(quote! {
        #[doc = #about]
        #[derive(Clone, Debug, Default)]
        pub(crate) struct #raw {
            #(#declare)*
            /// Where the table begins.
            pub(crate) place: crate::read::Place,
            /// Whether a value could not be read, which is reported.
            pub(crate) has_invalid_value: bool,
        }

        impl crate::read::Table for #plain {
            type Raw = #raw;

            const KEYS: &'static [&'static str] = &[#(#keys),*];

            fn read(f: &mut crate::read::Fields<'_>, p: &mut crate::read::Problems) -> #raw {
                #(#reads)*
                #raw {
                    #(#names,)*
                    place: f.place(),
                    has_invalid_value: f.has_invalid_value(),
                }
            }

            fn convert(raw: &#raw) -> Option<Self> {
                Some(Self { #(#converts,)* })
            }
        }
    })
}

/// The code for a field; `from` is its place in the raw struct.
fn parts(field: &Field, name: &Ident, from: &TokenStream) -> Result<Parts> {
    let key = key(field, name)?;
    let ty = &field.ty;
    let value = |ty: &Type| quote!(<#ty as crate::read::Value>);
    Ok(match shape(field)? {
        Shape::Required(ty) => {
            let value = value(ty);
            Parts {
                declare: quote!(pub(crate) #name: Option<#value::Raw>,),
                read: quote!(let #name = #value::required(f, #key, p);),
                convert: quote!(#value::convert(#from.as_ref()?)?),
            }
        }
        Shape::Optional(ty) => {
            let value = value(ty);
            Parts {
                declare: quote!(pub(crate) #name: Option<#value::Raw>,),
                read: quote!(let #name = #value::optional(f, #key, p);),
                convert: quote!(match &#from {
                    Some(raw) => Some(#value::convert(raw)?),
                    None => None,
                }),
            }
        }
        Shape::List { of, not_empty } => {
            let value = value(of);
            Parts {
                declare: quote!(pub(crate) #name: Vec<#value::Raw>,),
                read: quote! {
                    let #name = <#of as crate::read::ListValue>::list(f, #key, #not_empty, p);
                },
                convert: quote!(#from.iter().map(#value::convert).collect::<Option<_>>()?),
            }
        }
        Shape::Flag { default } => Parts {
            declare: quote!(pub(crate) #name: bool,),
            read: quote!(let #name = f.flag(#key, p).map_or(#default, |flag| flag.value);),
            convert: quote!(#from),
        },
        Shape::Time => {
            let time = format_ident!("{name}_time");
            let written = format_ident!("{name}_written");
            Parts {
                declare: quote! {
                    pub(crate) #name: Option<crate::read::Located<crate::Date>>,
                    /// The time, if the date has one.
                    pub(crate) #time: Option<crate::read::Moment>,
                    /// The date as written.
                    pub(crate) #written: Option<#ty>,
                },
                read: quote! {
                    let moment = f.moment(#key, p);
                    let #time = moment.as_ref().and_then(|moment| moment.time);
                    let #written = moment.as_ref().map(|moment| #ty(moment.written));
                    let #name = moment.map(|moment| moment.date);
                },
                convert: quote!(raw.#written?),
            }
        }
    })
}

fn shape(field: &Field) -> Result<Shape<'_>> {
    let ty = &field.ty;
    if has_word(&field.attrs, "table", "time") {
        return Ok(Shape::Time);
    }
    if let Some(of) = argument_of(ty, "Option") {
        return Ok(Shape::Optional(of));
    }
    if let Some(of) = argument_of(ty, "Vec") {
        let not_empty = min_length(&field.attrs)? == Some(1);
        return Ok(Shape::List { of, not_empty });
    }
    if matches!(ty, Type::Path(path) if path.path.is_ident("bool")) {
        let default = serde_value(&field.attrs, "default")?.is_some_and(|of| of == "yes");
        return Ok(Shape::Flag { default });
    }
    Ok(Shape::Required(ty))
}

/// The key of a field in the file.
fn key(field: &Field, name: &Ident) -> Result<String> {
    let renamed = serde_value(&field.attrs, "rename")?;
    Ok(renamed.unwrap_or_else(|| name.to_string().replace('_', "-")))
}

/// `T`, if a type is `wrapper<T>`.
fn argument_of<'a>(ty: &'a Type, wrapper: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == wrapper)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The value of `#[serde(name = "value")]`.
fn serde_value(attributes: &[Attribute], name: &str) -> Result<Option<String>> {
    let mut found = None;
    for attribute in attributes.iter().filter(|of| of.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            if meta.input.peek(syn::Token![=]) {
                let value: LitStr = meta.value()?.parse()?;
                if meta.path.is_ident(name) {
                    found = Some(value.value());
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}

/// Whether there is `#[attribute(word)]`.
fn has_word(attributes: &[Attribute], attribute: &str, word: &str) -> bool {
    attributes
        .iter()
        .filter(|of| of.path().is_ident(attribute))
        .filter_map(|of| of.parse_args::<Ident>().ok())
        .any(|found| found == word)
}

/// The `min` of `#[schemars(length(min = …))]`.
fn min_length(attributes: &[Attribute]) -> Result<Option<usize>> {
    let mut found = None;
    for attribute in attributes
        .iter()
        .filter(|of| of.path().is_ident("schemars"))
    {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("length") {
                return meta.parse_nested_meta(|bound| {
                    let value: LitInt = bound.value()?.parse()?;
                    if bound.path.is_ident("min") {
                        found = Some(value.base10_parse()?);
                    }
                    Ok(())
                });
            }
            skip(&meta)
        })?;
    }
    Ok(found)
}

/// Skips the value or the arguments of an attribute.
fn skip(meta: &syn::meta::ParseNestedMeta<'_>) -> Result<()> {
    if meta.input.peek(syn::Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in meta.input);
        content.parse::<TokenStream>()?;
    }
    Ok(())
}
