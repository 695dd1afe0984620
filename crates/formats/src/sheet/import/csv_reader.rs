//! Parses CSV (RFC 4180) as spreadsheet programs write it: any line ends, any
//! delimiter, and rows numbered as the program shows them.

/// A row of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its number, from 1. Empty rows count.
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
}

/// A quotation mark that CSV doesn't allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuoteError {
    /// A cell is never closed, so it swallows the rest of the file.
    Unclosed,
    /// A mark inside a quoted cell is not doubled.
    Unescaped,
}

/// The errors, each with its row and the index of its cell.
pub(super) type QuoteErrors = Vec<(QuoteError, usize, usize)>;

/// Parses a text into records.
pub(super) fn parse_csv(text: &str, delimiter: char) -> (Vec<Record>, QuoteErrors) {
    let mut parser = CsvParser {
        chars: text.chars().peekable(),
        delimiter,
        records: Vec::new(),
        quote_errors: QuoteErrors::new(),
    };
    while parser.chars.peek().is_some() {
        parser.record();
    }
    (parser.records, parser.quote_errors)
}

struct CsvParser<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    delimiter: char,
    records: Vec<Record>,
    quote_errors: QuoteErrors,
}

impl CsvParser<'_> {
    fn record(&mut self) {
        let number = self.records.len() + 1;
        let mut cells = Vec::new();
        loop {
            let cell = self.cell(number, cells.len());
            cells.push(cell);
            if self.chars.next_if_eq(&self.delimiter).is_none() {
                break;
            }
        }
        self.line_end();
        self.records.push(Record { number, cells });
    }

    /// Consumes `\n`, `\r\n`, `\r`, or `\r\r\n`. The last comes from Windows
    /// programs that convert line ends twice.
    fn line_end(&mut self) {
        if self.chars.next_if_eq(&'\r').is_some() {
            let mut ahead = self.chars.clone();
            if (ahead.next(), ahead.next()) == (Some('\r'), Some('\n')) {
                self.chars.next();
            }
        }
        self.chars.next_if_eq(&'\n');
    }

    /// Parses one cell, without consuming the delimiter or line end after it.
    fn cell(&mut self, row: usize, index: usize) -> String {
        let mut cell = String::new();
        while let Some(c) = self.chars.next_if(|&c| c == ' ' || c == '\u{feff}') {
            // In concatenated files, the byte order mark of the second is here.
            if c == ' ' {
                cell.push(c);
            }
        }
        let quoted = self.chars.next_if_eq(&'"').is_some();
        if quoted {
            cell.clear();
            if !self.quoted(&mut cell) {
                self.quote_errors.push((QuoteError::Unclosed, row, index));
                return cell;
            }
        }
        let mut rest = String::new();
        while let Some(c) = self
            .chars
            .next_if(|&c| c != self.delimiter && c != '\n' && c != '\r')
        {
            rest.push(c);
        }
        if quoted && !rest.trim().is_empty() {
            self.quote_errors.push((QuoteError::Unescaped, row, index));
        }
        cell + &rest
    }

    /// Parses the rest of a quoted cell. Returns whether it is closed.
    fn quoted(&mut self, cell: &mut String) -> bool {
        loop {
            if matches!(self.chars.peek(), Some('\r' | '\n')) {
                self.line_end();
                cell.push('\n');
                continue;
            }
            match self.chars.next() {
                None => return false,
                Some('"') if self.chars.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => return true,
                Some(c) => cell.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{QuoteError, parse_csv};

    fn cells(text: &str) -> Vec<Vec<String>> {
        let (records, quote_errors) = parse_csv(text, ',');
        assert_eq!(quote_errors, []);
        records.into_iter().map(|record| record.cells).collect()
    }

    #[test]
    fn any_line_end_ends_a_row_and_none_inside_marks_does() {
        let sheet = "a,\"b\nc\"\n\nd, \"e, \"\"f\"\"\"\n";
        let read = cells(sheet);
        assert_eq!(read, [vec!["a", "b\nc"], vec![""], vec!["d", "e, \"f\""]]);
        for end in ["\r\n", "\r", "\r\r\n"] {
            assert_eq!(cells(&sheet.replace('\n', end)), read, "{end:?}");
        }
        assert_eq!(cells("a,b,,\n,,,"), [["a", "b", "", ""], ["", "", "", ""]]);
        assert_eq!(cells("a\n\u{feff}b"), [["a"], ["b"]]);
        assert!(cells("").is_empty());
    }

    #[test]
    fn marks_that_are_not_doubled_or_not_closed_are_found() {
        let (_, quote_errors) = parse_csv("a,b\nc,\"d \"e\" f\"\n", ',');
        assert_eq!(quote_errors, [(QuoteError::Unescaped, 2, 1)]);
        let (read, quote_errors) = parse_csv("a,b\nc,\"d\ne,f\n", ',');
        assert_eq!(quote_errors, [(QuoteError::Unclosed, 2, 1)]);
        assert_eq!(read.len(), 2);
    }
}
