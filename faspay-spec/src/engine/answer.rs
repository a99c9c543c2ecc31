//! Writes the nested JSON messages that a gateway sends, from the paths of their members. Only the sandbox calls this.

use super::json::{number, quoted};
use super::nested::is_bare;
use super::tree::{self, Tree};
use super::{Credentials, sign_json};
use crate::model::{Auth, Field, Inbound, Type};

/// The body of a message: its members in the order of the pairs, an empty text as `null`, values bare where the table has them so. With an
/// HMAC the signature is the last member. `None`: the account has no key, or the signature is among the pairs already.
pub fn write_message(inbound: &Inbound, pairs: &[(String, String)], account: &Credentials) -> Option<String> {
    let mut body = Node::Object(Vec::new());
    for (path, text) in pairs {
        let field = inbound.fields.iter().find(|field| field.name == *path);
        body.put(&path.split('.').collect::<Vec<_>>(), value(field, text));
    }
    let body = body.json();
    match &inbound.auth {
        Auth::Hmac { credential, field } => sign_json(&body, field, account.filled(credential)?).ok(),
        Auth::Signed { .. } | Auth::Key { .. } | Auth::Connection | Auth::None => Some(body),
    }
}

/// A value as JSON.
fn value(field: Option<&Field>, text: &str) -> Node {
    let is_object = field.is_some_and(|field| matches!(field.ty, Type::Object { .. }));
    if is_object && text == "{}" {
        return Node::Object(Vec::new());
    }
    let is_written_bare = field.is_some_and(|field| match &field.ty {
        Type::List { .. } => matches!(tree::param(text, false), Some(Tree::List(_))),
        Type::Json => matches!(tree::param(text, false), Some(Tree::Object(_))),
        _ => is_bare(field) && (matches!(text, "true" | "false") || number(text) == Some(text.len())),
    });
    Node::Value(match text {
        "" => "null".to_owned(),
        _ if is_written_bare => text.to_owned(),
        _ => quoted(text),
    })
}

enum Node {
    /// JSON.
    Value(String),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Puts a value at a path. What stood there before gives way, but an object that has members keeps them.
    fn put(&mut self, path: &[&str], value: Node) {
        let [first, rest @ ..] = path else {
            let is_empty_object = matches!(&value, Node::Object(members) if members.is_empty());
            if !(is_empty_object && matches!(self, Node::Object(_))) {
                *self = value;
            }
            return;
        };
        if let Node::Value(_) = self {
            *self = Node::Object(Vec::new());
        }
        let Node::Object(members) = self else { return };
        let at = members.iter().position(|(key, _)| key == first).unwrap_or_else(|| {
            members.push(((*first).to_owned(), Node::Value("null".to_owned())));
            members.len() - 1
        });
        members[at].1.put(rest, value);
    }

    fn json(&self) -> String {
        match self {
            Node::Value(json) => json.clone(),
            Node::Object(members) => {
                let member = |(key, node): &(String, Node)| format!("{}:{}", quoted(key), node.json());
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
        }
    }
}
