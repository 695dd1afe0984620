//! Splits the size of the published wasm by crate.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::programs::{self, Programs};
use crate::record::Share;

/// The bytes of each crate's functions, and of the data section. The linked wasm
/// goes through the same steps as the published one, but keeps the function names.
/// Generic code counts for the crate that defines it.
pub(crate) fn shares(programs: &Programs) -> Result<Vec<Share>> {
    let folder = tempfile::tempdir()?;
    programs::run(
        Command::new("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--no-demangle"])
            .arg("--out-dir")
            .arg(folder.path())
            .arg(&programs.linked_wasm),
    )?;
    let small = folder.path().join("small.wasm");
    programs::run(
        Command::new("wasm-opt")
            .args(["-Oz", "--debuginfo", "--strip-producers"])
            .arg(folder.path().join("app_bg.wasm"))
            .arg("--output")
            .arg(&small),
    )?;
    bytes_by_crate(&fs::read(small)?)
}

/// Counts the bytes by crate in a wasm module with function names.
fn bytes_by_crate(wasm: &[u8]) -> Result<Vec<Share>> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = BTreeMap::new();
    let mut shares: BTreeMap<String, usize> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::DataSection(data) => {
                shares.insert("(data)".to_owned(), data.range().len());
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for name in section {
                        if let Name::Function(map) = name? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index as usize, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    anyhow::ensure!(!names.is_empty(), "the wasm has no names");
    for (index, size) in sizes.iter().enumerate() {
        // Functions that the tools add have no name.
        let name = names.get(&(imported + index)).copied().unwrap_or_default();
        *shares.entry(crate_of(name)).or_default() += size;
    }
    let mut shares: Vec<Share> = shares
        .into_iter()
        .map(|(name, bytes)| Share { name, bytes })
        .collect();
    shares.sort_by(|one, other| (other.bytes, &one.name).cmp(&(one.bytes, &other.name)));
    Ok(shares)
}

/// The crate that a function belongs to.
fn crate_of(name: &str) -> String {
    let readable = format!("{:#}", rustc_demangle::demangle(name));
    // Drop glue counts for the crate of the type that it drops.
    let mut path = [
        "core::ptr::drop_in_place::<",
        "core::ptr::drop_in_place<",
        "core::ptr::drop_glue::<",
    ]
    .iter()
    .find_map(|glue| readable.strip_prefix(glue))
    .unwrap_or(&readable);
    // `<&mut [a::B] as c::D>::e` belongs to `a`.
    loop {
        let shorter = path.trim_start_matches(['<', '&', '[', '(', '*', ' ']);
        let shorter = ["mut ", "const ", "dyn ", "impl "]
            .iter()
            .find_map(|word| shorter.strip_prefix(word))
            .unwrap_or(shorter);
        if shorter == path {
            break;
        }
        path = shorter;
    }
    // `<T as a::B>::c` is generic over `T` and belongs to `a`.
    if let Some((self_type, rest)) = path.split_once(" as ")
        && !self_type.contains("::")
    {
        path = rest;
    }
    match path.split_once("::") {
        Some((first, _)) if first.chars().all(|c| c.is_alphanumeric() || c == '_') => {
            first.to_owned()
        }
        _ => "(without a crate)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes_by_crate, crate_of};

    #[test]
    fn the_crate_of_a_function_is_found() {
        for (name, expected) in [
            (
                "_RNvXsq_NtCsgXGp5Oqx2Ny_4core4cellNtB5_11BorrowErrorNtNtB7_3fmt7Display3fmt",
                "core",
            ),
            (
                "_ZN62_$LT$$RF$T$u20$as$u20$wasm_bindgen..describe..WasmDescribe$GT$8describe17hb71944a0fe77f4d5E",
                "wasm_bindgen",
            ),
            ("_ZN3yew4html3map17h0123456789abcdefE", "yew"),
            (
                "core::ptr::drop_in_place::<says_who_model::Dispute>",
                "says_who_model",
            ),
            (
                "core::ptr::drop_in_place::<core::option::Option<a::B>>",
                "core",
            ),
            ("<&mut [a_b::C] as d::E>::f", "a_b"),
            ("<dyn a::B as d::E>::f", "a"),
            ("memcpy", "(without a crate)"),
            ("__wbindgen_malloc", "(without a crate)"),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    /// A module with one imported and two defined functions, with names.
    const SMALL: &[u8] = &[
        0, b'a', b's', b'm', 1, 0, 0, 0, // the header
        1, 4, 1, 0x60, 0, 0, // types: one, without parameters and results
        2, 7, 1, 1, b'm', 1, b'f', 0, 0, // imports: m.f
        3, 3, 2, 0, 0, // functions: two of the type
        10, 9, 2, 2, 0, 0x0b, 4, 0, 1, 1, 0x0b, // code: 2 bytes, 4 bytes
        0, 24, 4, b'n', b'a', b'm', b'e', 1, 17, 3, // names of functions: three
        0, 4, b'z', b':', b':', b'f', 1, 4, b'a', b':', b':', b'f', 2, 2, b'm', b'm',
    ];

    #[test]
    fn bytes_are_counted_by_crate() {
        let shares: Vec<(String, usize)> = bytes_by_crate(SMALL)
            .expect("a program")
            .into_iter()
            .map(|share| (share.name, share.bytes))
            .collect();
        let expected = [("(without a crate)", 4), ("a", 2)];
        assert_eq!(
            shares,
            expected.map(|(name, bytes)| (name.to_owned(), bytes))
        );
        assert!(
            bytes_by_crate(&SMALL[..8]).is_err_and(|error| error.to_string().contains("no names"))
        );
    }
}
