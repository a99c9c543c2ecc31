//! What the signatures of a message leave out: fields that anybody on the way can change without the signature noticing.
//! The generator marks them by the same [`unsigned_fields`] that the findings come from.

use super::{Finding, Severity, State, Weakness};
use crate::model::{Auth, From, Gateway, Inbound, Operation, Part, Recipe, Transport, Type};

pub(super) fn find(gateway: &Gateway) -> Vec<Finding> {
    let requests = gateway.operations.iter().filter_map(|operation| request(gateway, operation));
    let results = gateway.inbound.iter().filter_map(|inbound| result(gateway, inbound));
    let mut found: Vec<Bare<'_>> = requests.chain(results).filter(|bare| !bare.fields.is_empty()).collect();
    let mut findings = status(gateway);
    findings.extend(vouched(gateway));
    while !found.is_empty() {
        let first = found.remove(0);
        let (alike, others) = found.into_iter().partition(|own| own.is_like(&first));
        found = others;
        findings.push(together(first, alike));
    }
    findings
}

/// A message with what its signatures leave out.
struct Bare<'a> {
    message: &'a str,
    recipes: Vec<&'a str>,
    fields: Vec<&'a str>,
    /// Those that reconciling compares all the same; nothing of a request.
    compared: Option<Vec<&'a str>>,
}

impl Bare<'_> {
    fn is_like(&self, other: &Self) -> bool {
        self.recipes == other.recipes && self.compared.is_some() == other.compared.is_some()
    }
}

/// The shopper's browser posts a form: what isn't signed is the shopper's to change. A server's own request isn't.
fn request<'a>(gateway: &'a Gateway, operation: &'a Operation) -> Option<Bare<'a>> {
    let recipes: Vec<&Recipe> = operation.fields.iter().filter_map(|field| recipe(gateway, &field.from)).collect();
    if operation.transport != Transport::BrowserForm || recipes.is_empty() {
        return None;
    }
    Some(Bare {
        message: &operation.id,
        recipes: recipes.iter().map(|recipe| recipe.name.as_str()).collect(),
        fields: changeable_fields(gateway, operation),
        compared: None,
    })
}

/// The parameters of a request that no signature of it covers, credentials and signatures apart, in wire order.
pub fn changeable_fields<'a>(gateway: &'a Gateway, operation: &'a Operation) -> Vec<&'a str> {
    let recipes: Vec<&Recipe> = operation.fields.iter().filter_map(|field| recipe(gateway, &field.from)).collect();
    let own = |from: &From| matches!(from, From::Caller | From::CurrencyOf(_) | From::Fixed(_));
    let values = operation.fields.iter().filter(|field| !matches!(field.ty, Type::Object { .. }));
    let fields = values.filter(|field| own(&field.from)).map(|field| field.name.as_str());
    fields.filter(|name| !recipes.iter().any(|own| own.covers(name))).collect()
}

fn recipe<'a>(gateway: &'a Gateway, from: &From) -> Option<&'a Recipe> {
    let From::Signature { recipe, .. } = from else { return None };
    gateway.recipes.iter().find(|own| own.name == *recipe)
}

/// The recipe of a signed result, the field of the signature, and what it says to cover.
fn signed<'a>(gateway: &'a Gateway, inbound: &'a Inbound) -> Option<(&'a Recipe, &'a str, &'a [String])> {
    let Auth::Signed { recipe, field, covers, .. } = &inbound.auth else { return None };
    let recipe = gateway.recipes.iter().find(|own| own.name == *recipe)?;
    Some((recipe, field, covers))
}

/// The fields of a received message that no signature covers, in table order: all of a message without one. The signature
/// itself isn't among them.
pub fn unsigned_fields<'a>(gateway: &'a Gateway, inbound: &'a Inbound) -> Vec<&'a str> {
    // An object is as good as its members are.
    let values = inbound.fields.iter().filter(|field| !matches!(field.ty, Type::Object { .. }));
    let names = values.map(|field| field.name.as_str());
    match (&inbound.auth, signed(gateway, inbound)) {
        (Auth::Hmac { .. }, _) => Vec::new(),
        (_, Some((recipe, signature, covers))) => {
            names.filter(|name| *name != signature && !is_covered(recipe, covers, name)).collect()
        }
        (_, None) => names.collect(),
    }
}

/// Messages that something else than a signature vouches for: what that covers, and what follows.
fn vouched(gateway: &Gateway) -> Vec<Finding> {
    let finding = |inbound: &Inbound| {
        let id = &inbound.id;
        let (says, follows) = match &inbound.auth {
            Auth::Key { header, .. } => (
                format!("The key in {header} is the same in every delivery and covers no field of {id}."),
                "such a message never gets past `verified`: what it says has to be looked up before it counts as paid",
            ),
            Auth::Connection => (
                format!("No signature covers {id}; the connection that it comes through vouches for all of it."),
                "the merchant's server has opened the connection to the gateway's own host over TLS; the message is taken \
                 as the reply of that request and in no other way",
            ),
            Auth::Signed { .. } | Auth::Hmac { .. } | Auth::None => return None,
        };
        Some(Finding {
            weakness: Weakness::Unsigned,
            severity: if inbound.auth == Auth::Connection { Severity::Low } else { Severity::Medium },
            state: State::Told(follows.to_owned()),
            recipes: Vec::new(),
            messages: vec![id.clone()],
            fields: unsigned_fields(gateway, inbound).into_iter().map(str::to_owned).collect(),
            says,
            witness: None,
        })
    };
    gateway.inbound.iter().filter_map(finding).collect()
}

fn is_covered(recipe: &Recipe, covers: &[String], name: &str) -> bool {
    covers.iter().any(|own| own == name) || recipe.covers(name)
}

fn result<'a>(gateway: &'a Gateway, inbound: &'a Inbound) -> Option<Bare<'a>> {
    let (recipe, _, covers) = signed(gateway, inbound)?;
    let bare = inbound.asks.names().filter(|name| !is_covered(recipe, covers, name));
    Some(Bare {
        message: &inbound.id,
        recipes: vec![&recipe.name],
        fields: unsigned_fields(gateway, inbound),
        compared: Some(bare.collect()),
    })
}

/// Messages that are signed by the same recipes, as one finding.
fn together(first: Bare<'_>, others: Vec<Bare<'_>>) -> Finding {
    let mut messages = vec![first.message];
    let (mut fields, mut compared) = (first.fields, first.compared);
    for other in others {
        messages.push(other.message);
        fields.extend(other.fields);
        compared = compared.map(|own| [own, other.compared.unwrap_or_default()].concat());
    }
    for names in [&mut fields].into_iter().chain(&mut compared) {
        let mut kept: Vec<&str> = Vec::new();
        names.retain(|name| {
            !kept.contains(name) && {
                kept.push(name);
                true
            }
        });
    }
    let ids = messages.join(", ");
    let says = match compared.as_deref() {
        None => format!("The shopper can change {} parameters of {ids} without a signature noticing.", fields.len()),
        Some([]) => format!("No signature covers {} fields of {ids}.", fields.len()),
        Some(names) => format!(
            "No signature covers {} fields of {ids}; of these, reconciling compares {} with what was asked.",
            fields.len(),
            names.join(", ")
        ),
    };
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    Finding {
        weakness: Weakness::Unsigned,
        severity: Severity::Medium,
        state: State::Open,
        recipes: owned(first.recipes),
        messages: owned(messages),
        fields: owned(fields),
        says,
        witness: None,
    }
}

/// Results whose status anybody may write.
fn status(gateway: &Gateway) -> Vec<Finding> {
    let bare = gateway.inbound.iter().filter_map(|inbound| {
        let (recipe, _, covers) = signed(gateway, inbound)?;
        let status = inbound.status.as_deref()?;
        (!is_covered(recipe, covers, status)).then_some((recipe, inbound, status))
    });
    let finding = |(recipe, inbound, status): (&Recipe, &Inbound, &str)| Finding {
        weakness: Weakness::UnsignedStatus,
        severity: Severity::High,
        state: State::Open,
        recipes: vec![recipe.name.clone()],
        messages: vec![inbound.id.clone()],
        fields: vec![status.to_owned()],
        says: format!(
            "`{}` doesn't cover {status} of {}: one genuine message turns into any other outcome.",
            recipe.name, inbound.id
        ),
        witness: None,
    };
    bare.map(finding).collect()
}

impl Recipe {
    /// Whether the recipe names this value.
    fn covers(&self, name: &str) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Value { name: own, .. } if own == name))
    }
}
