//! Whether a part of a workbook is whole XML and promises no more than a workbook can hold. The reader of `.ods` files waits
//! for ever for the end of a table that was cut off, and both readers make room for as many things as a number in the file
//! says, so that nothing is handed to them that has no end or such a number.

/// True if there is an element and every one is closed, in order. What is not understood here is not whole.
pub(super) fn is_whole(xml: &[u8]) -> bool {
    let (mut open, mut has_root, mut rest): (Vec<&[u8]>, bool, &[u8]) = (Vec::new(), false, xml);
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[at..];
        let Some(length) = length(rest) else { return false };
        let tag = &rest[..length];
        rest = &rest[length..];
        if tag.starts_with(b"<?") || tag.starts_with(b"<!") {
            continue;
        }
        has_root = true;
        if let Some(closing) = tag.strip_prefix(b"</") {
            if open.pop() != Some(name(closing)) {
                return false;
            }
        } else if !tag.ends_with(b"/>") {
            open.push(name(&tag[1..]));
        }
    }
    has_root && open.is_empty()
}

/// Numbers for which room is made, by the names of their attributes.
const COUNTS: [&[u8]; 5] =
    [b"uniqueCount", b"si", b"table:number-columns-repeated", b"table:number-rows-repeated", b"text:c"];

/// Rows and columns of a sheet have seven digits at most.
const MOST_DIGITS: usize = 7;

/// True if one of these numbers is larger than any in a workbook can be.
pub(super) fn counts_too_much(xml: &[u8]) -> bool {
    let blanks = xml.iter().enumerate().filter(|(_, byte)| byte.is_ascii_whitespace());
    blanks.map(|(at, _)| &xml[at + 1..]).any(|rest| {
        let value = COUNTS.iter().find_map(|name| rest.strip_prefix(*name)).and_then(quoted);
        value.is_some_and(|value| {
            let digits = value.iter().skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, b'+' | b'0'));
            digits.take_while(|byte| byte.is_ascii_digit()).count() > MOST_DIGITS
        })
    })
}

/// What stands behind the quotation mark of an attribute whose name has just ended.
fn quoted(rest: &[u8]) -> Option<&[u8]> {
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'"))
}

/// How long the tag, comment or instruction is that begins here; `None` if it has no end.
pub(super) fn length(text: &[u8]) -> Option<usize> {
    let marks: [(&[u8], &[u8]); 3] = [(b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>")];
    if let Some((begin, end)) = marks.into_iter().find(|(begin, _)| text.starts_with(begin)) {
        let inside = &text[begin.len()..];
        let at = inside.windows(end.len()).position(|part| part == end)?;
        return Some(begin.len() + at + end.len());
    }
    let mut quote = None;
    for (place, byte) in text.iter().enumerate() {
        match quote {
            None if *byte == b'>' => return Some(place + 1),
            None if matches!(byte, b'"' | b'\'') => quote = Some(*byte),
            Some(mark) if mark == *byte => quote = None,
            None | Some(_) => {}
        }
    }
    None
}

/// The name at the beginning of what stands in a tag.
pub(super) fn name(tag: &[u8]) -> &[u8] {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    &tag[..tag.iter().position(ends).unwrap_or(tag.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_no_workbook_reaches_is_found() {
        for usual in [
            "<sst uniqueCount=\"213\"/>",
            "<c table:number-rows-repeated='1048576'/>",
            "<f six=\"123456789\"/>",
            "<t>we si 123456789</t>",
        ] {
            assert!(!counts_too_much(usual.as_bytes()), "{usual}");
        }
        for much in ["<sst uniqueCount=\"999999999213\"/>", "<f\nsi = '10000000'/>", "<text:s text:c=\"0099999999\"/>"]
        {
            assert!(counts_too_much(much.as_bytes()), "{much}");
        }
    }

    #[test]
    fn what_has_no_end_is_not_whole() {
        for whole in ["<a/>", "<?xml?><!-- > --><a b='>'><c d=\"'\" /><![CDATA[<]]>x</a >", "<a:b><a:b></a:b></a:b>"] {
            assert!(is_whole(whole.as_bytes()), "{whole}");
        }
        for cut in ["", "x", "<a>", "<a><b></a>", "<a></b>", "<a", "<a b='></a>", "<a><!-- </a>", "</a>", "<a></a><b>"]
        {
            assert!(!is_whole(cut.as_bytes()), "{cut}");
        }
    }
}
