//! Inputs for an operation, drawn from its rules. [`sound`] obeys them all; [`variants`] lists texts at and around every
//! limit of a field, so that each rule both fires and passes.

use base64ct::{Base64, Encoding as _};
use faspay_spec::model::{Characters, Field, From, Gateway, Operation, Presence, Type};
use rand::prelude::*;
use rand::rngs::StdRng;

/// The day on which [`sound`] inputs are sound.
pub const TODAY: &str = "2026-11-20";

/// One-, two-, three- and four-byte characters: lengths count characters, whatever they weigh.
pub const ALPHABETS: [char; 4] = ['A', 'é', '字', '🎫'];

/// Parameters that obey every rule: all mandatory ones, and each optional one with even chances.
pub fn sound(gateway: &Gateway, operation: &Operation, rng: &mut StdRng) -> Vec<(String, String)> {
    let mut params = Vec::new();
    for field in &operation.fields {
        if !matches!(field.from, From::Caller | From::CurrencyOf(_)) {
            continue;
        }
        // Conditional parameters are given, which is always allowed.
        if field.presence == Presence::Optional && rng.random_bool(0.5) {
            continue;
        }
        params.push((field.name.clone(), sound_text(gateway, field, rng)));
    }
    settle(operation, &mut params);
    params
}

/// Makes values that depend on each other agree.
fn settle(operation: &Operation, params: &mut [(String, String)]) {
    let mut set = |name: &str, text: &str| {
        if let Some((_, value)) = params.iter_mut().find(|(own, _)| own == name) {
            text.clone_into(value);
        }
    };
    // Within whatever amount was asked for.
    set("refund_amount", "0");
    // A token is given, which a registration doesn't have yet.
    set("pymt_criteria", "payment");
    set("expirymonth", "04");
    if operation.fields.iter().any(|field| field.name == "recurring_start_date") {
        set("recurring_start_date", TODAY);
        set("recurring_end_date", "2027-11-20");
        set("recurring_accumulate_at", "0");
    }
}

/// A text that obeys the rules of its own field.
pub fn sound_text(gateway: &Gateway, field: &Field, rng: &mut StdRng) -> String {
    match &field.ty {
        Type::Text { min, max, characters } => {
            let most = max.unwrap_or(40) as usize;
            let len = rng.random_range(min.unwrap_or(1).max(1) as usize..=most);
            if *characters != Characters::Any {
                return "4".repeat(len);
            }
            let alphabet = if field.case_setting.is_some() { 'A' } else { *ALPHABETS.choose(rng).unwrap_or(&'A') };
            let mut text: String = std::iter::repeat_n(alphabet, len).collect();
            if len > 3 && field.case_setting.is_none() && rng.random_bool(0.3) {
                text = text.chars().take(len - 3).chain("\"<&".chars()).collect();
            }
            text
        }
        Type::Url { .. } => ["https://shop.example.test/r", "HTTP://127.0.0.1:8080/a?b=c&d=%20#e", "https://[::1]:1/"]
            .choose(rng)
            .map_or(String::new(), |url| (*url).to_owned()),
        Type::Integer { digits } => {
            if *digits == 0 {
                String::new()
            } else {
                rng.random_range(0..10u32).to_string()
            }
        }
        Type::Amount { decimals: 0, .. } => {
            ["1", "5000"].choose(rng).map_or(String::new(), |amount| (*amount).to_owned())
        }
        Type::Amount { positive, max, .. } => {
            let all = ["5000", "5000.00", "0.01", "1234567.89", "0"];
            // Ten characters are the longest, and nothing is the last.
            let all = &all[..all.len() - usize::from(*positive)];
            let short = all.iter().filter(|amount| amount.len() < 8 || max.is_none_or(|max| max >= 10));
            short.choose(rng).map_or(String::new(), |amount| (*amount).to_owned())
        }
        Type::Date => "2027-02-28".to_owned(),
        Type::CompactDate => "20270228".to_owned(),
        Type::Timestamp => "2027-02-28T23:59:59Z".to_owned(),
        Type::Decimal { .. } => ["0", "7", "1.5"].choose(rng).map_or(String::new(), |number| (*number).to_owned()),
        Type::EncryptedCard => {
            envelope(["encryptedKey", "nonce", "ciphertext"], [256, 12, rng.random_range(17..600)], 0x5A)
        }
        Type::Boolean => ["true", "false"].choose(rng).map_or(String::new(), |word| (*word).to_owned()),
        Type::Object { .. } => "{}".to_owned(),
        Type::Json => r#"{"note": [1, null, "\u00e9"]}"#.to_owned(),
        Type::List { .. } => "[{}]".to_owned(),
        Type::DayList { max } => {
            let count = rng.random_range(1..=*max);
            (0..count)
                .map(|_| {
                    let day = rng.random_range(1..=31u32);
                    if rng.random_bool(0.5) { format!("{day:02}") } else { day.to_string() }
                })
                .collect::<Vec<_>>()
                .join(",")
        }
        Type::Code { .. } => codes(gateway, field).choose(rng).cloned().unwrap_or_default(),
    }
}

/// The codes that a field may hold.
pub fn codes(gateway: &Gateway, field: &Field) -> Vec<String> {
    let Type::Code { list, only } = &field.ty else { return Vec::new() };
    let all = gateway.codes.iter().find(|own| own.name == *list).map(|list| list.values.as_slice()).unwrap_or_default();
    all.iter()
        .map(|value| value.code.clone())
        .filter(|code| only.as_ref().is_none_or(|only| only.contains(code)))
        .collect()
}

/// Changes one parameter of a flat operation.
pub fn mutate(gateway: &Gateway, operation: &Operation, params: &mut Vec<(String, String)>, rng: &mut StdRng) {
    if rng.random_bool(0.05) {
        let name =
            *["recurring_perriod_at", "amuont", "MERCHANTID", "x", "merchant_tranid2", "card_no"].choose(rng).unwrap();
        if !params.iter().any(|(own, _)| own == name) {
            params.push((name.to_owned(), "1".to_owned()));
        }
        return;
    }
    // Fields that rules cross, conditions govern or signatures cover are worth more tries than thirty addresses.
    let mentioned =
        |name: &str| operation.rules.iter().any(|rule| format!("{:?}{}", rule.when, rule.then).contains(name));
    let is_crossed = |field: &&Field| {
        field.case_setting.is_some() || matches!(field.presence, Presence::When(_)) || mentioned(&field.name)
    };
    let crossed: Vec<_> = operation.fields.iter().filter(is_crossed).collect();
    let field = match crossed.choose(rng) {
        Some(field) if rng.random_bool(0.3) => field,
        _ => operation.fields.choose(rng).unwrap(),
    };
    params.retain(|(name, _)| *name != field.name);
    if rng.random_bool(0.75) {
        let text = match rng.random_range(0..10) {
            0 => "a\0b".to_owned(),
            // Few of an amount's variants are sound, and rules compare sound ones.
            1 | 2 if matches!(field.ty, Type::Amount { .. }) => sound_text(gateway, field, rng),
            _ => variants(gateway, field).choose(rng).cloned().unwrap(),
        };
        params.push((field.name.clone(), text));
    }
}

/// An envelope as a card is encrypted into: parts of these lengths under these names.
pub fn envelope(names: [&str; 3], lengths: [usize; 3], byte: u8) -> String {
    wrapped(names, lengths.map(|length| Base64::encode_string(&vec![byte; length])))
}

/// The same of parts that are base64 already.
pub fn wrapped(names: [&str; 3], parts: [String; 3]) -> String {
    let parts: Vec<_> = names.into_iter().zip(parts).map(|(name, part)| format!(r#""{name}":"{part}""#)).collect();
    Base64::encode_string(format!("{{{}}}", parts.join(",")).as_bytes())
}

/// Envelopes, sound ones and others.
fn envelopes() -> Vec<String> {
    let (small, capital) = (["encryptedKey", "nonce", "ciphertext"], ["EncryptedKey", "Nonce", "Ciphertext"]);
    let lengths =
        [[256, 12, 17], [512, 12, 543], [255, 12, 17], [513, 12, 17], [256, 11, 17], [256, 13, 17], [256, 12, 16]];
    let mut texts: Vec<String> = lengths.iter().map(|lengths| envelope(small, *lengths, 0xFB)).collect();
    let sound = texts[0].clone();
    texts.push(envelope(capital, [256, 12, 543], 0));
    texts.push(envelope(["encryptedKey", "Nonce", "ciphertext"], [256, 12, 17], 0));
    texts.push(envelope(["encryptedkey", "nonce", "ciphertext"], [256, 12, 17], 0));
    texts.push(envelope(["ciphertext", "nonce", "encryptedKey"], [17, 12, 256], 0));
    texts.push(envelope(["encryptedKey", "nonce", "nonce"], [256, 12, 12], 0));
    let json = String::from_utf8(Base64::decode_vec(&sound).unwrap_or_default()).unwrap_or_default();
    let rewritten = [
        json.replacen('{', r#"{"number":"4440000112200001","#, 1),
        json.replacen('{', r#"{"Nonce":"","#, 1),
        json.replace('/', "\\/"),
        json.replace('+', "-"),
        json.replacen("==", "", 1),
        json.replace(',', " , "),
        json.replacen(r#":""#, r#":["#, 1),
        format!("{json}{json}"),
        format!("[{json}]"),
        r#"{"encryptedKey":1,"nonce":null,"ciphertext":{}}"#.to_owned(),
        r#"{"card":{"number":"4440000112200001"}}"#.to_owned(),
        "QUJD".repeat(300),
    ];
    texts.extend(rewritten.iter().map(|json| Base64::encode_string(json.as_bytes())));
    texts.extend([
        json,
        format!("{sound}="),
        format!("{sound} "),
        sound[1..].to_owned(),
        sound.replace('=', ""),
        "QUJD".repeat(377),
    ]);
    texts
}

/// Texts at and around every limit of a field, sound and unsound.
pub fn variants(gateway: &Gateway, field: &Field) -> Vec<String> {
    let mut texts: Vec<String> = ["", " ", "\0", "a\nb", "x\u{202e}y", "\r", "\u{85}"].map(str::to_owned).to_vec();
    match &field.from {
        // What isn't the caller's has few texts: the right one, and others.
        From::Fixed(text) => {
            return vec![text.clone(), text.clone(), String::new(), format!("{text}x"), "\0".to_owned()];
        }
        From::Credential(_) => return ["sophia_store", "99999", "other", "", "a\0"].map(str::to_owned).to_vec(),
        From::Signature { .. } => return vec!["0".repeat(40), String::new(), String::new()],
        From::Caller | From::CurrencyOf(_) | From::IdempotencyKey => {}
    }
    match &field.ty {
        Type::Text { max, .. } | Type::Url { max } => {
            for most in max.iter() {
                let most = *most as usize;
                for alphabet in ALPHABETS {
                    texts.extend(
                        [most.saturating_sub(1), most, most + 1, most + 40].map(|len| alphabet.to_string().repeat(len)),
                    );
                }
            }
            texts.extend(["abc", "A#1", "#", "Straße", "ı", "A-1", "ab##1.00"].map(str::to_owned));
        }
        Type::Integer { digits } => {
            let digits = *digits as usize;
            texts.extend((0..8).map(|more| "9".repeat(digits + more)));
            texts.extend(
                ["0", "1", "00", "01", "+1", "-1", "1.0", "1e3", "٣", "NaN", " 1", "0x1", "7"].map(str::to_owned),
            );
        }
        Type::Amount { max, .. } => {
            texts.extend(AMOUNTS.map(str::to_owned));
            // As many long ones as ill-formed ones, or the limit would hardly ever be tried.
            texts.extend(
                max.iter()
                    .flat_map(|max| (0..20).map(|more| format!("{}.00", "1".repeat(*max as usize - 3 + more % 3)))),
            );
        }
        Type::Date => texts.extend(DATES.map(str::to_owned)),
        Type::CompactDate => texts.extend(DATES.map(|date| date.replace('-', ""))),
        Type::EncryptedCard => texts.extend(envelopes()),
        Type::Timestamp => {
            texts.extend(DATES.map(|date| format!("{date}T00:00:00Z")));
            texts.extend(
                ["T24:00:00Z", "T23:60:00Z", "T23:59:60Z", "T1:00:00Z", "t00:00:00z", "T00:00:00", "T00:00:00+00:00"]
                    .map(|time| format!("2027-02-28{time}")),
            );
        }
        Type::Decimal { max } => {
            texts.extend(
                ["0", "0.0", "1.50", "00", "01", ".5", "5.", "-1", "+1", "1e3", "1,5", "NaN", "٣"].map(str::to_owned),
            );
            texts.extend((0..4).map(|more| "9".repeat(*max as usize - 1 + more)));
        }
        Type::Boolean => texts.extend(["true", "false", "True", "1", "yes"].map(str::to_owned)),
        Type::Object { .. } => texts.extend(["{}", "{ }", "[]", "null", "x"].map(str::to_owned)),
        Type::Json => texts.extend(JSON.map(str::to_owned)),
        Type::List { .. } => {
            texts.extend(JSON.map(str::to_owned));
            texts.extend(JSON.map(|text| format!("[{text}]")));
        }
        Type::DayList { max } => {
            let list = |count: u32| (1..=count).map(|day| (day % 31 + 1).to_string()).collect::<Vec<_>>().join(",");
            texts.extend([list(1), list(*max)]);
            // As many long ones as it takes to try the limit among so many ill-formed ones.
            texts.extend([1, 1, 2, 2, 3, 30].map(|more| list(max + more)));
            texts.extend(
                [
                    "1",
                    "31",
                    "32",
                    "0",
                    "00",
                    "01,02",
                    "1,",
                    ",1",
                    "1,,2",
                    "1, 2",
                    "1;2",
                    "001",
                    "-1",
                    "1.5",
                    "12,15,20,25,01,05,10",
                ]
                .map(str::to_owned),
            );
        }
        Type::Code { .. } => {
            // Of a short list each code comes several times, or it would hardly ever be tried.
            let codes = codes(gateway, field);
            let times = if codes.len() < 4 { 3 } else { 1 };
            texts.extend(std::iter::repeat_n(codes, times).flatten());
            texts.extend(["X", "m", "IDRR", "idr", "3.0", "D", "t ", "JPY", "KWD"].map(str::to_owned));
        }
    }
    if let Type::Text { min, max, characters } = field.ty
        && (min.is_some() || characters != Characters::Any)
    {
        // At and around both lengths, and characters of one class that aren't of the next.
        let (least, most) = (min.unwrap_or(1) as usize, max.unwrap_or(40) as usize);
        let lengths = [least.saturating_sub(1), least, least + 1, most.saturating_sub(1), most, most + 1];
        for alphabet in ["4", "a", "F", "g", "-", "_", "٣", "ａ"] {
            texts.extend(lengths.map(|len| alphabet.repeat(len)));
        }
        // As many sound ones as unsound ones, or neither would be tried often enough.
        for alphabet in ["0", "1", "12", "4", "07"] {
            texts.extend(lengths.map(|len| alphabet.repeat(len).chars().take(len).collect()));
        }
        texts.extend(["4 4", "4-4", "4_4", "4.4", "4x", "x4"].map(str::to_owned));
    }
    if matches!(field.ty, Type::Url { .. }) {
        texts.extend(URLS.map(str::to_owned));
        if let Type::Url { max: Some(most) } = field.ty {
            let url = "https://shop.example.test/";
            texts.extend([most, most + 1].map(|len| format!("{url}{}", "a".repeat(len as usize - url.len()))));
            texts.extend([most, most + 1].map(|len| format!("{url}{}", "字".repeat(len as usize - url.len()))));
        }
    }
    texts
}

/// Sound and unsound amounts. None of the unsound ones is a way of writing a sound one.
pub const AMOUNTS: [&str; 52] = [
    "0",
    "0.00",
    "1",
    "5000",
    "5000.00",
    "0.01",
    "999999999.99",
    "1000000000.00",
    "999999999999999",
    "999999999999999.99",
    "1000000000000000",
    "99999999999999999999999",
    "5000.0",
    "5000.001",
    "5000.",
    ".50",
    "-1",
    "-1.00",
    "+1",
    "1e3",
    "1E3",
    "NaN",
    "inf",
    "infinity",
    "1,000.00",
    "1.000,00",
    "١٢",
    "１２",
    " 5000",
    "5000 ",
    "5 000",
    "0x10",
    "05000",
    "00",
    "00.00",
    "-0.00",
    "5000.00.00",
    "5000,00",
    "Rp5000",
    "5000 IDR",
    "1_000",
    "½",
    "5000.00\u{200b}",
    "1.5e3",
    "10.5",
    "10.50",
    "10.500",
    "1000.0",
    "1000.000",
    "10.505",
    "0.5",
    "5000.0000",
];

/// Dates around the day of the inputs, and texts that are none.
pub const DATES: [&str; 22] = [
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
    "2027-11-20",
    "2024-02-29",
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "2026-1-1",
    "20261120",
    "20-11-2026",
    "2026/11/20",
    "2026-11-20T00:00:00",
    "0000-01-01",
    "9999-12-31",
    "10000-01-01",
    " 2026-11-20",
    "٢٠٢٦-11-20",
    "2100-02-29",
];

/// URLs, sound and unsound.
pub const URLS: [&str; 24] = [
    "https://a",
    "http://a",
    "HTTPS://A.B/",
    "https://a:1",
    "https://a:65535/x",
    "https://a:65536",
    "https://a:",
    "https://a:0",
    "https://",
    "https:///x",
    "//a",
    "a",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a",
    "https://a b",
    "https://a\\b",
    "https://u@a",
    "https://u:p@a/",
    "https://é.test/",
    "https://[::1]/",
    "https://[x]/",
    "https://[]/",
    "https://a?b#c",
];

/// JSON, sound and unsound.
const JSON: [&str; 18] = [
    "{}",
    "[]",
    "[{}]",
    "{ }",
    r#"{"a":1}"#,
    r#"{"a" : "b", "c": {"d": [true, null, 1.5e3]}}"#,
    r#"{"a":1,"a":2}"#,
    r#"{"a":1,"A":2}"#,
    r#"{"a":{"b":1,"b":2}}"#,
    r#"{"a":"\u00e9\ud83d\ude00"}"#,
    r#"{"a":"\ud83d"}"#,
    r#"{"a":"\u0000"}"#,
    r#"{"a":01}"#,
    "{",
    "null",
    "1",
    r#"{"a":1} "#,
    r#"{"a":1}x"#,
];
