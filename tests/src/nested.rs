//! Nested JSON, drawn from the tables: parameters of a request, the lists among them, and bodies that a gateway might send.
//! [`params`] and [`body`] are sound for the most part; [`Json::spoil`] and [`mutate`] see to the rest.

use faspay_spec::model::{Field, From, Gateway, Operation, Place, Presence, Type};
use rand::prelude::*;
use rand::rngs::StdRng;

use crate::inputs;

/// JSON as someone might write it, which needn't be JSON.
#[derive(Debug, Clone)]
pub enum Json {
    /// As it is.
    Bare(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// Members in order; a key may come twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The text of a scalar.
    pub fn text(&self) -> &str {
        match self {
            Self::Bare(text) | Self::Text(text) => text,
            Self::List(_) | Self::Object(_) => "",
        }
    }

    /// Writes it, now and then with white space and with escapes that nobody needs.
    pub fn written(&self, rng: &mut StdRng) -> String {
        let mut out = String::new();
        let loose = rng.random_bool(0.3);
        self.write(&mut out, loose, rng);
        out
    }

    fn write(&self, out: &mut String, loose: bool, rng: &mut StdRng) {
        match self {
            Self::Bare(text) => out.push_str(text),
            Self::Text(text) => quote(text, out, loose, rng),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    space(out, loose, rng);
                    item.write(out, loose, rng);
                }
                space(out, loose, rng);
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    space(out, loose, rng);
                    quote(key, out, loose, rng);
                    space(out, loose, rng);
                    out.push(':');
                    space(out, loose, rng);
                    value.write(out, loose, rng);
                }
                space(out, loose, rng);
                out.push('}');
            }
        }
    }

    /// The value at a path of keys.
    fn at(&mut self, path: &str) -> Option<&mut Json> {
        path.split('.').try_fold(self, |json, key| match json {
            Self::Object(members) => members.iter_mut().find(|(own, _)| own == key).map(|(_, value)| value),
            _ => None,
        })
    }

    /// Puts the value of one path at another, if both are there.
    pub fn copy(&mut self, from: &str, to: &str) {
        if let Some(value) = self.at(from).cloned()
            && let Some(place) = self.at(to)
        {
            *place = value;
        }
    }

    /// Changes one place: another value, a member more, less, renamed or twice.
    pub fn spoil(&mut self, rng: &mut StdRng) {
        let deeper = rng.random_bool(0.75);
        match self {
            Self::Object(members) if deeper && !members.is_empty() => {
                let at = rng.random_range(0..members.len());
                members[at].1.spoil(rng);
            }
            Self::List(items) if deeper && !items.is_empty() => {
                let at = rng.random_range(0..items.len());
                items[at].spoil(rng);
            }
            Self::Object(members) if rng.random_bool(0.9) => spoil_members(members, rng),
            Self::List(items) if rng.random_bool(0.7) => match rng.random_range(0..4) {
                0 => drop(items.pop()),
                1 if !items.is_empty() => items.push(items[0].clone()),
                _ => items.push(junk(rng)),
            },
            other => *other = junk(rng),
        }
    }
}

fn spoil_members(members: &mut Vec<(String, Json)>, rng: &mut StdRng) {
    if members.is_empty() || rng.random_bool(0.25) {
        let odd = ["x", "", "a.b", "X", "é", "\u{0}", "\u{85}", "a\\b", "id", "type", "card", "[0]", "K\u{212a}"];
        members.insert(rng.random_range(0..=members.len()), ((*odd.choose(rng).unwrap()).to_owned(), junk(rng)));
        return;
    }
    let at = rng.random_range(0..members.len());
    match rng.random_range(0..7) {
        0 => drop(members.remove(at)),
        1 => members.push(members[at].clone()),
        2 => {
            let key = members[at].0.to_ascii_uppercase();
            members.push((key, junk(rng)));
        }
        3 => members[at].0 = members[at].0.to_ascii_uppercase(),
        4 => members[at].0.push('x'),
        5 => members.shuffle(rng),
        _ => members[at].1 = junk(rng),
    }
}

/// Values that fit in few places.
pub fn junk(rng: &mut StdRng) -> Json {
    let bare = [
        "null",
        "null",
        "true",
        "false",
        "0",
        "1",
        "-0",
        "-1",
        "1.5",
        "1e3",
        "1E+2",
        "01",
        "1.",
        ".5",
        "+1",
        "nul",
        "",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"\\u0085\"",
        "\"a\\nb\"",
        "\"a\nb\"",
        "\"\\x\"",
        "\"",
        "{",
        "[",
        "}",
        "{\"a\":1,}",
        "[1,]",
        "\"\\u2028\"",
        "\"\\ud83c\\udfab\"",
        "'a'",
        "99999999999999999999",
        "tru",
        "NaN",
        "\"\\/\"",
        "\u{feff}1",
    ];
    let text =
        ["", " ", "{}", "[]", "[{}]", "true", "5000.00", "a\0b", "x\u{202e}y", "字", "IDR", "2027-02-28", "null"];
    match rng.random_range(0..10) {
        0..=2 => Json::Bare((*bare.choose(rng).unwrap()).to_owned()),
        3..=5 => Json::Text((*text.choose(rng).unwrap()).to_owned()),
        6 => Json::List(Vec::new()),
        7 => Json::Object(Vec::new()),
        8 => anything(rng, 0),
        _ => {
            // At and around the deepest that is read.
            let deep = rng.random_range(11..=17);
            let mut value = Json::Bare("1".to_owned());
            for _ in 0..deep {
                value = match rng.random_bool(0.5) {
                    true => Json::List(vec![value]),
                    false => Json::Object(vec![("a".to_owned(), value)]),
                };
            }
            value
        }
    }
}

/// Any JSON.
fn anything(rng: &mut StdRng, depth: u32) -> Json {
    let keys = ["a", "b", "B", "note", "a.b", "", "é"];
    match rng.random_range(0..if depth > 3 { 3 } else { 5 }) {
        0 => Json::Text((*["", "x", "Siti & Ayu", "a\"b\\c/d", "🎫"].choose(rng).unwrap()).to_owned()),
        1 => Json::Bare((*["null", "true", "1", "-1.5e3", "0.10"].choose(rng).unwrap()).to_owned()),
        2 => Json::Object(vec![("only".to_owned(), Json::Bare("1".to_owned()))]),
        3 => Json::List((0..rng.random_range(0..3)).map(|_| anything(rng, depth + 1)).collect()),
        _ => Json::Object(
            (0..rng.random_range(0..3))
                .map(|_| ((*keys.choose(rng).unwrap()).to_owned(), anything(rng, depth + 1)))
                .collect(),
        ),
    }
}

fn quote(text: &str, out: &mut String, loose: bool, rng: &mut StdRng) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '/' if loose => out.push_str("\\/"),
            _ if letter < ' ' || loose && rng.random_bool(0.05) => {
                let mut units = [0; 2];
                for unit in letter.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

fn space(out: &mut String, loose: bool, rng: &mut StdRng) {
    if loose && rng.random_bool(0.3) {
        out.push(*[' ', '\n', '\t', '\r', ' '].choose(rng).unwrap());
    }
}

/// A received body, or an element of a list: `wild` is how often a value is any variant of its field.
pub fn object(gateway: &Gateway, fields: &[Field], within: Option<usize>, wild: f64, rng: &mut StdRng) -> Json {
    let mut members = Vec::new();
    for (at, field) in fields.iter().enumerate().filter(|(_, field)| field.parent == within) {
        if rng.random_bool(likelihood(field)) {
            members.push((key(field, rng), value(gateway, fields, at, wild, rng)));
            if !field.aliases.is_empty() && rng.random_bool(0.05) {
                members.push((key(field, rng), value(gateway, fields, at, wild, rng)));
            }
        }
    }
    if rng.random_bool(0.2) {
        members.shuffle(rng);
    }
    Json::Object(members)
}

/// A whole body.
pub fn body(gateway: &Gateway, fields: &[Field], wild: f64, rng: &mut StdRng) -> Json {
    object(gateway, fields, None, wild, rng)
}

/// The key of a field, under one of its spellings.
fn key(field: &Field, rng: &mut StdRng) -> String {
    match field.aliases.choose(rng) {
        Some(alias) if rng.random_bool(0.4) => alias.name.rsplit('.').next().unwrap_or_default().to_owned(),
        _ => field.wire.clone(),
    }
}

fn likelihood(field: &Field) -> f64 {
    match (&field.from, &field.presence) {
        (From::Fixed(_), _) => 0.2,
        (_, Presence::Mandatory) => 0.98,
        (_, Presence::When(_)) => 0.7,
        (_, Presence::Optional | Presence::Undocumented) => 0.4,
    }
}

fn value(gateway: &Gateway, fields: &[Field], at: usize, wild: f64, rng: &mut StdRng) -> Json {
    let field = &fields[at];
    match &field.ty {
        Type::Object { .. } | Type::Json if rng.random_bool(wild / 4.0) => junk(rng),
        Type::Object { .. } => object(gateway, fields, Some(at), wild, rng),
        Type::List { fields, min, max } => {
            let most = max.unwrap_or(3) as usize;
            let few = rng.random_range(min.unwrap_or(0) as usize..=most.min(3).max(min.unwrap_or(0) as usize));
            let count = if rng.random_bool(wild) { most + 1 } else { few };
            Json::List((0..count).map(|_| object(gateway, fields, None, wild, rng)).collect())
        }
        Type::Json => Json::Object(vec![("note".to_owned(), anything(rng, 0))]),
        _ => {
            let text = text(gateway, fields, field, wild, rng);
            let is_bare = !text.is_empty()
                && (text.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
                    || ["true", "false"].contains(&text.as_str()));
            if is_bare && rng.random_bool(0.5) { Json::Bare(text) } else { Json::Text(text) }
        }
    }
}

/// A scalar's text.
fn text(gateway: &Gateway, fields: &[Field], field: &Field, wild: f64, rng: &mut StdRng) -> String {
    let is_currency =
        fields.iter().any(|own| matches!(&own.ty, Type::Amount { currency: Some(name), .. } if *name == field.name));
    if is_currency && !rng.random_bool(wild) && rng.random_bool(0.8) {
        return (*["IDR", "IDR", "JPY", "KWD"].choose(rng).unwrap()).to_owned();
    }
    match &field.from {
        _ if rng.random_bool(wild / 4.0) => (*["a\0b", "x\u{202e}y", "\u{85}"].choose(rng).unwrap()).to_owned(),
        _ if rng.random_bool(wild) => inputs::variants(gateway, field).choose(rng).cloned().unwrap(),
        From::Fixed(text) => text.clone(),
        _ => inputs::sound_text(gateway, field, rng),
    }
}

/// The text of a list.
pub fn list(gateway: &Gateway, fields: &[Field], at: usize, wild: f64, rng: &mut StdRng) -> String {
    let mut json = value(gateway, fields, at, wild, rng);
    if rng.random_bool((wild * 2.0).min(1.0)) {
        json.spoil(rng);
    }
    json.written(rng)
}

/// A text for one parameter that its own rules allow, most of the time.
pub fn sound_text(gateway: &Gateway, operation: &Operation, at: usize, rng: &mut StdRng) -> String {
    let field = &operation.fields[at];
    match (&field.ty, &field.from) {
        (Type::Object { .. }, _) => "{}".to_owned(),
        (Type::List { .. } | Type::Json, _) => list(gateway, &operation.fields, at, 0.0, rng),
        (_, From::IdempotencyKey) => "4".repeat(rng.random_range(16..=36)),
        // Headers are ASCII, and paths are more readable so.
        (Type::Text { min: None | Some(..=4), max: None | Some(4..), .. }, _)
            if field.place != Place::Body && rng.random_bool(0.7) =>
        {
            (*["abcd", "A-1z", "a1bc"].choose(rng).unwrap()).to_owned()
        }
        _ => text(gateway, &operation.fields, field, 0.0, rng),
    }
}

/// Parameters of a request that are sound for the most part: what is within what is given together, and what is wished for.
pub fn params(
    gateway: &Gateway,
    operation: &Operation,
    wish: Option<usize>,
    rng: &mut StdRng,
) -> Vec<(String, String)> {
    let fields = &operation.fields;
    let wished: Vec<usize> = std::iter::successors(wish, |at| fields[*at].parent).collect();
    let mut params: Vec<(String, String)> = Vec::new();
    let mut given = vec![false; fields.len()];
    for (at, field) in fields.iter().enumerate() {
        let is_reached = field.parent.is_none_or(|parent| given[parent]);
        if !is_reached || !(wished.contains(&at) || rng.random_bool(likelihood(field))) {
            continue;
        }
        given[at] = true;
        match (&field.ty, &field.from) {
            (_, From::Credential(_) | From::Signature { .. }) => {}
            (Type::Object { .. }, _) => {
                let fillable = |own: &Field| own.parent == Some(at) && !matches!(own.from, From::Credential(_));
                if rng.random_bool(0.15) || !fields.iter().any(|own| fillable(own) && likelihood(own) > 0.5) {
                    params.push((field.name.clone(), "{}".to_owned()));
                }
            }
            _ => params.push((field.name.clone(), sound_text(gateway, operation, at, rng))),
        }
    }
    params
}

/// Changes one parameter.
pub fn mutate(gateway: &Gateway, operation: &Operation, params: &mut Vec<(String, String)>, rng: &mut StdRng) {
    if rng.random_bool(0.03) {
        let name = *["order", "amount.valeu", "x", "ORDER.ID", "a.b.c", "orderInformation.productDetails[].type", ""]
            .choose(rng)
            .unwrap();
        if !params.iter().any(|(own, _)| own == name) && !operation.fields.iter().any(|own| own.name == name) {
            params.push((name.to_owned(), "1".to_owned()));
        }
        return;
    }
    let is_list = |field: &Field| matches!(field.ty, Type::List { .. });
    let lists: Vec<usize> = (0..operation.fields.len()).filter(|at| is_list(&operation.fields[*at])).collect();
    let at = match lists.choose(rng) {
        Some(at) if rng.random_bool(0.35) => *at,
        _ => rng.random_range(0..operation.fields.len()),
    };
    let field = &operation.fields[at];
    params.retain(|(name, _)| *name != field.name);
    if rng.random_bool(0.2) {
        let within = format!("{}.", field.name);
        params.retain(|(name, _)| !name.starts_with(&within));
        if matches!(field.ty, Type::Object { .. }) && rng.random_bool(0.5) {
            params.push((field.name.clone(), "{}".to_owned()));
        }
        return;
    }
    let odd = [".", "..", "a/b", "é", "a b", "a:b", "%2e", "a\nb", "字", "~-._", "abc", "me", "ab", "1.5"];
    let text = match &field.ty {
        Type::List { .. } if rng.random_bool(0.9) => {
            let wild = *[0.0, 0.05, 0.2, 0.4].choose(rng).unwrap();
            list(gateway, &operation.fields, at, wild, rng)
        }
        Type::Json if rng.random_bool(0.5) => {
            let mut json = value(gateway, &operation.fields, at, 0.0, rng);
            json.spoil(rng);
            json.written(rng)
        }
        Type::List { .. } | Type::Object { .. } | Type::Json if rng.random_bool(0.5) => junk(rng).written(rng),
        Type::Amount { max: Some(max), .. } if rng.random_bool(0.2) => "1".repeat(*max as usize + 1),
        Type::Text { .. } if rng.random_bool(0.1) => "0".to_owned(),
        _ if rng.random_bool(0.1) || field.place != Place::Body && rng.random_bool(0.5) => {
            (*odd.choose(rng).unwrap()).to_owned()
        }
        _ if rng.random_bool(0.4) => text(gateway, &operation.fields, field, 0.0, rng),
        _ => text(gateway, &operation.fields, field, 1.0, rng),
    };
    params.push((field.name.clone(), text));
}
