//! CSV to records (RFC 4180), as spreadsheet programs write it: any line ends,
//! any delimiter, and rows that are numbered as the program shows them.

/// A row of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its number, from 1; empty rows count.
    pub(super) number: usize,
    pub(super) cells: Vec<String>,
}

/// A quotation mark that does not do as CSV has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stray {
    /// None closes this one, and with it goes all that follows.
    Open,
    /// One stands inside a cell without being doubled.
    Inside,
}

/// Where such a mark is: row, and cell in it from 0.
pub(super) type Strays = Vec<(Stray, usize, usize)>;

/// The records of a text.
pub(super) fn records(text: &str, delimiter: char) -> (Vec<Record>, Strays) {
    let mut reader = Reader {
        chars: text.chars().peekable(),
        delimiter,
        records: Vec::new(),
        strays: Strays::new(),
    };
    while reader.chars.peek().is_some() {
        reader.record();
    }
    (reader.records, reader.strays)
}

struct Reader<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    delimiter: char,
    records: Vec<Record>,
    strays: Strays,
}

impl Reader<'_> {
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

    /// Takes `\n`, `\r\n`, `\r`, or `\r\r\n`, which programs on Windows write
    /// that translate line ends twice.
    fn line_end(&mut self) {
        if self.chars.next_if_eq(&'\r').is_some() {
            let mut ahead = self.chars.clone();
            if (ahead.next(), ahead.next()) == (Some('\r'), Some('\n')) {
                self.chars.next();
            }
        }
        self.chars.next_if_eq(&'\n');
    }

    /// One cell; what ends it is left.
    fn cell(&mut self, row: usize, index: usize) -> String {
        let mut cell = String::new();
        while let Some(c) = self.chars.next_if(|&c| c == ' ' || c == '\u{feff}') {
            // Where files are joined, the mark of the second stands here.
            if c == ' ' {
                cell.push(c);
            }
        }
        let quoted = self.chars.next_if_eq(&'"').is_some();
        if quoted {
            cell.clear();
            if !self.quoted(&mut cell) {
                self.strays.push((Stray::Open, row, index));
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
            self.strays.push((Stray::Inside, row, index));
        }
        cell + &rest
    }

    /// What stands between quotation marks; whether it is closed.
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
    use super::{Stray, records};

    fn cells(text: &str) -> Vec<Vec<String>> {
        let (records, strays) = records(text, ',');
        assert_eq!(strays, []);
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
        let (_, strays) = records("a,b\nc,\"d \"e\" f\"\n", ',');
        assert_eq!(strays, [(Stray::Inside, 2, 1)]);
        let (read, strays) = records("a,b\nc,\"d\ne,f\n", ',');
        assert_eq!(strays, [(Stray::Open, 2, 1)]);
        assert_eq!(read.len(), 2);
    }
}
