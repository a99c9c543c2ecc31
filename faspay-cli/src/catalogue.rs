//! What operations and messages there are: the list that `faspay operations` prints, and the look-up of an id that every
//! other command starts with.

use std::process::ExitCode;

use faspay_spec::engine::Through;
use faspay_spec::model::{Basis, Encoding, Gateway, Inbound, Operation, Transport};
use serde_json::json;

use crate::args::TextOrJson;
use crate::failure::Failure;

/// The embedded spec of a gateway. It was checked when this command was built; a failure here is our mistake.
pub fn gateway() -> Result<Gateway, Failure> {
    let files = faspay_tables::files("faspay").unwrap_or_default();
    faspay_spec::load(&faspay_spec::Folder::of(files))
        .map_err(|report| Failure::new(format!("the embedded spec is broken; please report this.\n{report}")))
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
    let near: Vec<String> = all
        .iter()
        .map(|entry| entry.id(gateway))
        .filter(|known| known.split('.').any(|part| part.len() > 3 && id.contains(part) && part != gateway.id))
        .take(4)
        .collect();
    let hint = if near.is_empty() {
        "`faspay operations` lists them".to_owned()
    } else {
        format!("near it: {}", near.join(", "))
    };
    Err(Failure::new(format!("there is no operation or message `{id}`; {hint}.")))
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

pub fn operations(format: TextOrJson) -> Result<ExitCode, Failure> {
    let gateway = gateway()?;
    let all = entries(&gateway);
    match format {
        TextOrJson::Json => {
            let rows: Vec<_> = all
                .iter()
                .map(|entry| {
                    json!({
                        "id": entry.id(&gateway),
                        "gateway": gateway.id,
                        "direction": entry.direction(),
                        "transport": entry.transport(),
                        "page": entry.page(),
                        "basis": entry.basis(),
                    })
                })
                .collect();
            crate::output::json(&rows)
        }
        TextOrJson::Text => {
            let mut text = format!("{}\n", gateway.summary);
            for entry in &all {
                if !matches!(entry, Entry::Inbound(Some(_), ..)) {
                    text.push_str(&format!(
                        "\n{}  ({}, {})\n    {}\n",
                        entry.id(&gateway),
                        entry.transport(),
                        entry.basis(),
                        entry.summary()
                    ));
                } else {
                    text.push_str(&format!("    comes back: {}\n", entry.id(&gateway)));
                }
            }
            text.push_str("\n`faspay describe ID` explains one of them.\n");
            crate::output::text(&text)
        }
    }
}
