//! What operations and messages there are: the list that `faspay operations` prints, and the look-up of an id that every
//! other command starts with.

use std::process::ExitCode;

use faspay_spec::engine::Through;
use faspay_spec::model::{Basis, Encoding, Gateway, Inbound, Operation, Transport};
use serde_json::json;

use crate::args::TextOrJson;
use crate::failure::Failure;

/// The embedded specs, in order. They were checked when this command was built; a failure here is our mistake.
pub fn gateways() -> Result<Vec<Gateway>, Failure> {
    faspay_tables::gateways().map(gateway).collect()
}

/// The embedded spec of this gateway.
pub fn gateway(id: &str) -> Result<Gateway, Failure> {
    let files = faspay_tables::files(id).unwrap_or_default();
    faspay_spec::load(&faspay_spec::Folder::of(files))
        .map_err(|report| Failure::new(format!("the embedded spec of {id} is broken; please report this.\n{report}")))
}

/// The gateway that an id begins with. [`find`] says whether it has the rest.
pub fn gateway_of(id: &str) -> Result<Gateway, Failure> {
    let first = id.split('.').next().unwrap_or_default();
    match faspay_tables::gateways().find(|known| *known == first) {
        Some(known) => gateway(known),
        None => Err(unknown(id, &gateways()?)),
    }
}

/// One id of the catalogue.
pub enum Entry<'a> {
    Outbound(&'a Operation),
    /// A message that comes back for an operation, or one that belongs to none and comes by itself.
    Inbound(Option<&'a Operation>, &'a Inbound, Through),
}

impl Entry<'_> {
    pub fn id(&self, gateway: &Gateway) -> String {
        match self {
            Self::Outbound(operation) => format!("{}.{}", gateway.id, operation.id),
            Self::Inbound(None, inbound, _) => format!("{}.{}", gateway.id, inbound.id),
            Self::Inbound(Some(operation), _, through) => {
                let way = match through {
                    Through::Browser => "return",
                    Through::Server => "callback",
                    Through::Reply => "reply",
                };
                format!("{}.{}.{way}", gateway.id, operation.id)
            }
        }
    }

    fn direction(&self) -> &'static str {
        match self {
            Self::Outbound(_) => "outbound",
            Self::Inbound(..) => "inbound",
        }
    }

    pub fn transport(&self) -> &'static str {
        match self {
            Self::Outbound(operation) => operation.transport.as_str(),
            Self::Inbound(_, _, Through::Browser) => Transport::BrowserForm.as_str(),
            Self::Inbound(_, inbound, Through::Server) => match inbound.encoding {
                Encoding::Form => Transport::ServerForm.as_str(),
                Encoding::Json => Transport::ServerJson.as_str(),
            },
            Self::Inbound(_, _, Through::Reply) => "reply",
        }
    }

    fn page(&self) -> &str {
        match self {
            Self::Outbound(operation) => &operation.page,
            Self::Inbound(_, inbound, _) => &inbound.page,
        }
    }

    pub fn basis(&self) -> &'static str {
        basis(match self {
            Self::Outbound(operation) => operation.basis,
            Self::Inbound(_, inbound, _) => inbound.basis,
        })
    }

    /// What isn't known of what is known in part.
    pub fn because(&self) -> Option<&str> {
        match self {
            Self::Outbound(operation) => operation.because.as_deref(),
            Self::Inbound(_, inbound, _) => inbound.because.as_deref(),
        }
    }

    fn summary(&self) -> &str {
        match self {
            Self::Outbound(operation) => &operation.summary,
            Self::Inbound(_, inbound, _) => &inbound.summary,
        }
    }
}

pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Documented => "documented",
        Basis::Sampled => "sampled",
        Basis::Inferred => "inferred",
        Basis::Partial => "partial",
    }
}

/// Every operation, each followed by what comes back for it, then what comes by itself.
pub fn entries(gateway: &Gateway) -> Vec<Entry<'_>> {
    let mut all = Vec::new();
    for operation in &gateway.operations {
        all.push(Entry::Outbound(operation));
        all.extend(answers(gateway, operation));
    }
    let answers = |at| {
        let ways = |one: &Operation| [one.on_return, one.on_callback, one.on_reply].contains(&Some(at));
        gateway.operations.iter().any(ways)
    };
    let alone = gateway.inbound.iter().enumerate().filter(|(at, _)| !answers(*at));
    all.extend(alone.map(|(_, inbound)| Entry::Inbound(None, inbound, Through::Server)));
    all
}

/// What comes back for an operation.
fn answers<'a>(gateway: &'a Gateway, operation: &'a Operation) -> impl Iterator<Item = Entry<'a>> {
    let ways = [
        (operation.on_return, Through::Browser),
        (operation.on_callback, Through::Server),
        (operation.on_reply, Through::Reply),
    ];
    ways.into_iter()
        .filter_map(|(index, through)| Some(Entry::Inbound(Some(operation), gateway.inbound.get(index?)?, through)))
}

/// Looks an id up; an unknown one is a usage error that says what is near.
pub fn find<'a>(gateway: &'a Gateway, id: &str) -> Result<Entry<'a>, Failure> {
    let mut all = entries(gateway);
    if let Some(at) = all.iter().position(|entry| entry.id(gateway) == id) {
        return Ok(all.swap_remove(at));
    }
    Err(unknown(id, std::slice::from_ref(gateway)))
}

/// Nothing has this id; what is near it in these gateways.
fn unknown(id: &str, gateways: &[Gateway]) -> Failure {
    let is_near = |gateway: &Gateway, known: &str| {
        known.split('.').any(|part| part.len() > 3 && id.contains(part) && part != gateway.id)
    };
    let near: Vec<String> = gateways
        .iter()
        .flat_map(|gateway| {
            let ids = entries(gateway).into_iter().map(|entry| entry.id(gateway));
            ids.filter(|known| is_near(gateway, known)).collect::<Vec<_>>()
        })
        .take(4)
        .collect();
    let hint = if near.is_empty() {
        "`faspay operations` lists them".to_owned()
    } else {
        format!("near it: {}", near.join(", "))
    };
    Failure::new(format!("there is no operation or message `{id}`; {hint}."))
}

/// An operation, for the commands that send.
pub fn operation<'a>(gateway: &'a Gateway, id: &str) -> Result<&'a Operation, Failure> {
    match find(gateway, id)? {
        Entry::Outbound(operation) => Ok(operation),
        Entry::Inbound(..) => {
            Err(Failure::new(format!("`{id}` is a message that you receive; `faspay verify {id}` checks one.")))
        }
    }
}

/// A received message, for `verify`.
pub fn inbound<'a>(gateway: &'a Gateway, id: &str) -> Result<(&'a Inbound, Through), Failure> {
    match find(gateway, id)? {
        Entry::Inbound(_, inbound, through) => Ok((inbound, through)),
        Entry::Outbound(operation) => {
            let answers: Vec<_> = answers(gateway, operation).map(|entry| format!("`{}`", entry.id(gateway))).collect();
            Err(Failure::new(format!(
                "`{id}` is a request that you send; what comes back is {}.",
                answers.join(" and ")
            )))
        }
    }
}

/// Prints the list, of one gateway or of all.
pub fn operations(of: Option<&str>, format: TextOrJson) -> Result<ExitCode, Failure> {
    let gateways = match of {
        Some(id) => vec![gateway(id)?],
        None => gateways()?,
    };
    match format {
        TextOrJson::Json => {
            let rows: Vec<_> = gateways
                .iter()
                .flat_map(|gateway| entries(gateway).into_iter().map(move |entry| row(gateway, &entry)))
                .collect();
            crate::output::json(&rows)
        }
        TextOrJson::Text => {
            let mut text: String = gateways.iter().map(listing).collect::<Vec<_>>().join("\n");
            text.push_str(
                "\n`faspay describe ID` explains one of them; `faspay example ID` prints parameters to start from.\n",
            );
            crate::output::text(&text)
        }
    }
}

fn row(gateway: &Gateway, entry: &Entry<'_>) -> serde_json::Value {
    json!({
        "id": entry.id(gateway),
        "gateway": gateway.id,
        "direction": entry.direction(),
        "transport": entry.transport(),
        "page": entry.page(),
        "basis": entry.basis(),
    })
}

/// The operations of a gateway, for people.
fn listing(gateway: &Gateway) -> String {
    let mut text = format!("{}\n", gateway.summary);
    for entry in &entries(gateway) {
        let id = entry.id(gateway);
        text.push_str(&if matches!(entry, Entry::Inbound(Some(_), ..)) {
            format!("    comes back: {id}\n")
        } else {
            let gap = entry.because().map(|because| format!("    known in part: {because}\n")).unwrap_or_default();
            format!("\n{id}  ({}, {})\n    {}\n{gap}", entry.transport(), entry.basis(), entry.summary())
        });
    }
    text
}
