//! What amounts accept, refuse and print.

use super::*;

/// Everything that some parser of numbers or money somewhere accepts, and that isn't an amount with two decimals.
const NASTY: &[&str] = &[
    "",
    " ",
    "  ",
    ".",
    "..",
    "-",
    "+",
    ",",
    "e",
    "E",
    "x",
    "0x",
    "_",
    "'",
    "\u{0}",
    "\n",
    "\t",
    "\r\n",
    "-0",
    "-0.00",
    "-1",
    "-1.00",
    "--1",
    "+1",
    "+1.00",
    "+0",
    "++1",
    "−1",
    "–1.00",
    "+-1",
    "1-",
    "1+",
    "(1.00)",
    "(100)",
    ".00",
    ".50",
    ".5",
    "0.",
    "1.",
    "100.",
    "1.0",
    "1.000",
    "1.0000",
    "1.5",
    "1.505",
    "0.1",
    "0.001",
    "00.00",
    "1..00",
    "1.0.0",
    "1.00.",
    "1.00.00",
    ".1.00",
    "1.00.0",
    "1.-1",
    "1.+1",
    "1. 1",
    "1.0a",
    "1.a0",
    "1.0 ",
    "1.0\u{0}",
    "00",
    "01",
    "000",
    "007",
    "01.00",
    "00.50",
    "0100",
    "0000000000000001",
    "00000000000000.00",
    "010.00",
    "1e3",
    "1E3",
    "1e+3",
    "1e-3",
    "1e0",
    "1.0e3",
    "1.00e0",
    "1.00E2",
    "1e308",
    "1e309",
    "1e-400",
    "0e0",
    "1d3",
    "1f",
    "1.0f",
    "1.00f",
    "1L",
    "1u",
    "1n",
    "1m",
    "1.00m",
    "1.00d",
    "1.00M",
    "1k",
    "5K",
    "5jt",
    "5rb",
    "5M",
    "0x10",
    "0X10",
    "0x1p3",
    "0b1",
    "0b10",
    "0o7",
    "0o17",
    "017",
    "#10",
    "&h10",
    "10h",
    "1_000",
    "1_000.00",
    "1__0",
    "1,000",
    "1,000.00",
    "1,00",
    "1,50",
    "1.000,00",
    "1.000.000,00",
    "1 000.00",
    "1 000",
    "1'000.00",
    "1\u{A0}000.00",
    "1\u{202F}000.00",
    "1\u{2009}000.00",
    "1\u{66B}00",
    "1\u{66C}000",
    "10,00,000.00",
    "1;00",
    "1:00",
    "1/2",
    "½",
    "1½",
    "Rp1000",
    "Rp 1000",
    "Rp1.000",
    "Rp1.000,-",
    "1000,-",
    "IDR1000",
    "IDR 1000.00",
    "1000 IDR",
    "1000.00IDR",
    "$1",
    "$1.00",
    "1.00$",
    "€1.00",
    "£1",
    "¥100",
    "100¥",
    "USD1",
    "1.00 USD",
    "NaN",
    "nan",
    "NAN",
    "-nan",
    "inf",
    "Inf",
    "INF",
    "-inf",
    "+inf",
    "Infinity",
    "infinity",
    "-Infinity",
    "∞",
    "null",
    "nil",
    "none",
    "None",
    "undefined",
    "true",
    "false",
    "TRUE",
    "zero",
    "one",
    "[]",
    "{}",
    "[1]",
    "\"1\"",
    "'1'",
    " 1",
    "1 ",
    " 1.00",
    "1.00 ",
    "\t1.00",
    "1.00\t",
    "1.00\n",
    "\n1.00",
    "1.00\r",
    "1\u{0}",
    "\u{0}1",
    "1 .00",
    "1. 00",
    "1\u{200B}00",
    "\u{FEFF}1.00",
    "1.00\u{FEFF}",
    "\u{202E}00.1",
    "1\u{AD}00",
    "1\u{2060}0.00",
    "١٢",
    "١٢.٠٠",
    "१००",
    "１００",
    "１００.００",
    "一百",
    "百",
    "Ⅳ",
    "④",
    "²",
    "1²",
    "𝟙𝟘𝟘",
    "٠",
    "۱۰۰",
    "๑๐๐",
    "1０0.00",
    "1000000000000000",
    "9999999999999999",
    "1000000000000000.00",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999999",
    "184467440737095516.15",
    "340282366920938463463374607431768211456",
    "1=1",
    "1&1",
    "1#1",
    "1##1",
    "1%00",
    "1%2e00",
    "1;DROP",
    "1--",
    "1/*",
    "1\\",
    "1\\0",
    "%31",
    "&#49;",
    "1<2",
    "1>0",
    "1.00,2.00",
    "1.00;2.00",
    "1.00 2.00",
    "1.00|2.00",
    "1.00##2.00",
    "1.00\u{2028}",
    "1.00\u{85}",
    "1.00\u{7f}",
];

#[test]
fn two_hundred_nasty_literals_are_no_amounts() {
    assert!(NASTY.len() >= 200, "only {} literals", NASTY.len());
    for text in NASTY {
        let read = Amount::parse(text, 2, Currency::IDR);
        assert_eq!(read, Err(AmountError::Text { decimals: 2 }), "{text:?} was read as an amount");
    }
}

#[test]
fn an_amount_is_an_integer_or_has_exactly_the_decimals_of_the_table() {
    let minor = |text, decimals| Amount::parse(text, decimals, Currency::IDR).map(|amount| amount.minor());
    assert_eq!(minor("0", 2), Ok(0));
    assert_eq!(minor("0.00", 2), Ok(0));
    assert_eq!(minor("5000", 2), Ok(500_000));
    assert_eq!(minor("5000.00", 2), Ok(500_000));
    assert_eq!(minor("5000.07", 2), Ok(500_007));
    assert_eq!(minor("999999999999999.99", 2), Ok(99_999_999_999_999_999));
    assert_eq!(minor("5000", 0), Ok(500_000));
    assert!(minor("5000.00", 0).is_err());
    assert!(minor("5000.", 0).is_err());
}

#[test]
fn decimals_that_a_currency_lacks_must_be_zero() {
    let yen = Currency::new("JPY").unwrap();
    assert_eq!(Amount::parse("100.00", 2, yen).unwrap().minor(), 100);
    assert_eq!(Amount::parse("100.50", 2, yen), Err(AmountError::Decimals { currency: yen }));
    let dinar = Currency::new("KWD").unwrap();
    assert_eq!(Amount::parse("1.50", 2, dinar).unwrap().minor(), 1_500);
    assert_eq!(Amount::from_minor(1_505, dinar).to_text(3).unwrap(), "1.505");
    assert!(Amount::from_minor(1_505, dinar).to_text(2).is_err());
}

#[test]
fn what_is_printed_reads_back_as_the_same_amount_whatever_the_exponents() {
    let mut random = crate::testing::Random::new(7);
    for code in ["JPY", "IDR", "KWD", "VND", "USD", "TND"] {
        let currency = Currency::new(code).unwrap();
        for _ in 0..2_000 {
            let digits = random.below(18);
            let amount = Amount::from_minor(random.next() % 10u64.pow(digits as u32), currency);
            for decimals in 0..=4 {
                let Ok(text) = amount.to_text(decimals) else { continue };
                match Amount::parse(&text, decimals, currency) {
                    Ok(read) => assert_eq!(read, amount, "{text} with {decimals} decimals of {code}"),
                    // Only more digits than a text may have can come between.
                    Err(_) => assert!(text.split('.').next().unwrap().len() > 15, "{text}"),
                }
                let printed = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
                assert_eq!(printed, decimals as usize, "{text}");
                let scaled = Scaled::of(&amount, decimals).unwrap();
                assert_eq!(scaled.printed_len() as usize, text.len(), "{text}");
            }
        }
    }
}

#[test]
fn an_amount_that_is_too_large_is_an_error_and_never_wraps() {
    let yen = Currency::new("JPY").unwrap();
    assert!(Amount::from_minor(u64::MAX, yen).to_text(2).is_err());
    assert_eq!(Amount::from_minor(u64::MAX, yen).to_text(0).unwrap(), "18446744073709551615");
    assert_eq!(Amount::from_minor(u64::MAX, Currency::IDR).to_text(2).unwrap(), "184467440737095516.15");
    assert!(Amount::parse("999999999999999", 5, Currency::IDR).is_err());
}

#[test]
#[should_panic(expected = "more rupiah")]
fn more_rupiah_than_fit_are_refused_at_once() {
    let _ = Amount::idr(u64::MAX);
}

#[test]
fn amounts_show_their_currency_and_their_own_decimals() {
    assert_eq!(Amount::idr(5_000).to_string(), "IDR 5000.00");
    assert_eq!(format!("{:?}", Amount::from_minor(100, Currency::new("JPY").unwrap())), "JPY 100");
    assert_eq!(Amount::from_minor(5, Currency::new("BHD").unwrap()).to_string(), "BHD 0.005");
}

#[test]
fn a_currency_is_three_upper_case_ascii_letters() {
    for code in ["", "ID", "IDRX", "idr", "IdR", "ID1", "ID ", "ÍDR", "ＩＤＲ"] {
        assert!(Currency::new(code).is_err(), "{code:?}");
    }
}

#[test]
fn amounts_compare_by_value_whatever_their_decimals() {
    let scaled = |units, decimals| Scaled { units, decimals };
    assert!(scaled(5000, 0).compare(scaled(500_000, 2)).is_eq());
    assert!(scaled(500_001, 2).compare(scaled(5000, 0)).is_gt());
    assert!(scaled(u64::MAX, 0).compare(scaled(u64::MAX, 3)).is_gt());
}

#[test]
fn errors_say_what_was_expected() {
    let refused = |text: &str, decimals, currency| Amount::parse(text, decimals, currency).unwrap_err().to_string();
    let yen = Currency::new("JPY").unwrap();
    assert_eq!(refused("1,5", 0, Currency::IDR), "not a whole number of at most 15 digits");
    assert_eq!(refused("1,5", 2, Currency::IDR), "not an amount: write an integer or exactly 2 decimals");
    assert_eq!(refused("1.50", 2, yen), "JPY has only 0 decimals, or the amount is too large");
    assert_eq!(Currency::new("idr").unwrap_err().to_string(), "a currency is three upper-case letters, such as IDR");
    assert_eq!(format!("{:?}", Currency::IDR), "IDR");
}
