//! Whether a part of a workbook is whole XML. The reader of `.ods` files waits for ever for the end of a table that was cut
//! off, so that nothing is handed to it that has no end.

/// True if there is an element and every one is closed, in order. What is not understood here is not whole.
pub fn is_whole(xml: &[u8]) -> bool {
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

/// How long the tag, comment or instruction is that begins here; `None` if it has no end.
fn length(text: &[u8]) -> Option<usize> {
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
fn name(tag: &[u8]) -> &[u8] {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    &tag[..tag.iter().position(ends).unwrap_or(tag.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

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
