//! Tests of the dates that are read and refused.

use super::parse_day;

#[test]
fn one_day_is_read_in_every_form() {
    for text in [
        "2021-03-10",
        "2021-3-10",
        "2021/03/10",
        "2021.03.10",
        "2021. 03. 10.",
        "20210310",
        "2021-03-10 00:00:00",
        "2021-03-10T00:00:00",
        "2021-03-10T00:00:00.000",
        "2021-03-10 0:00",
        "3/10/2021 12:00:00 AM".replace("3/10", "10.3").as_str(),
        "10.03.2021",
        "10.3.2021",
        "10. 3. 2021",
        "10.03.2021 00:00",
        "10.03.2021.",
        "10 March 2021",
        "10-Mar-2021",
        "March 10, 2021",
        "Mar 10 2021",
        "10th March 2021",
        "Wednesday, March 10, 2021",
        "Wed 10 Mar 2021",
    ] {
        assert_eq!(parse_day(text, true).as_deref(), Ok("2021-03-10"), "{text}");
    }
    for (text, read) in [
        ("3/25/2021", "2021-03-25"),
        ("25/03/2021", "2021-03-25"),
        ("25-3-2021", "2021-03-25"),
        ("3/3/2021", "2021-03-03"),
        ("29.02.2020", "2020-02-29"),
    ] {
        assert_eq!(parse_day(text, false).as_deref(), Ok(read), "{text}");
    }
    let moment = "2021-03-10T09:00:00+01:00";
    assert_eq!(parse_day(moment, true).as_deref(), Ok(moment));
    assert_eq!(
        parse_day("2021-03-10 09:00:00+01:00", true).as_deref(),
        Ok(moment)
    );
    assert_eq!(
        parse_day("2021-03-10T00:00:00Z", false).as_deref(),
        Ok("2021-03-10")
    );
}

#[test]
fn what_can_be_two_days_or_none_is_refused() {
    for (text, said) in [
        ("3/10/2021", "can be 2021-10-03 or 2021-03-10"),
        ("10/03/2021", "can be 2021-03-10 or 2021-10-03"),
        ("03-10-2021", "can be 2021-10-03 or 2021-03-10"),
        ("3/10/21", "no whole year"),
        ("10.03.21", "no whole year"),
        ("10-Mar-21", "no whole year"),
        ("44265", "date number"),
        ("44265.5", "date number"),
        ("2021-02-30", "does not have"),
        ("13/13/2021", "does not have"),
        ("2021-03-10 14:30:00", "no UTC offset"),
        ("on Wednesday", "not a day"),
        ("März 2021", "not a day"),
        ("2021-03", "not a day"),
        ("10 марта 2021", "not a day"),
        ("99999999999-1-1", "not a day"),
        ("", "not a day"),
    ] {
        let (message, help) = parse_day(text, true).expect_err(text);
        assert!(message.contains(said), "{message}");
        assert!(help.contains("like ") && !help.contains('`'), "{help}");
    }
    let (_, help) = parse_day("44265", true).expect_err("a number");
    assert!(help.contains("2021-03-10"), "{help}");
    assert!(parse_day("2021-03-10T09:00:00+01:00", false).is_err());
}
