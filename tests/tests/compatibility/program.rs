//! A merchant's program as the contract imagines it: it fills every member that must be filled, sets every optional one and
//! leaves the rest to `Default`, and reads every value that comes back, each with its type written out.

use std::fmt::Write as _;

use faspay_spec::model::{Auth, Field, From, Gateway, Presence, Sensitivity, Type};

/// The program for a generated module that stands beside it as `generated`.
pub fn of(gateway: &Gateway) -> String {
    let mut out = String::from("fn any<T>() -> T { unreachable!() }\n");
    for operation in &gateway.operations {
        // What carries a card lives in a module of its own.
        let carries_card = operation.fields.iter().any(|field| field.sensitivity == Sensitivity::Card);
        let product = if carries_card { "card_data" } else { operation.product.as_str() };
        let ty = &operation.rust;
        let caller = || operation.fields.iter().filter(|field| field.from == From::Caller);
        let _ = writeln!(out, "pub fn sends_{}() {{", operation.id.replace(['.', '-'], "_"));
        let _ = writeln!(out, "    let _ = generated::{product}::{ty} {{");
        for field in caller().filter(|field| field.presence == Presence::Mandatory) {
            let _ = writeln!(out, "        {}: any::<{}>(),", field.rust, owned(gateway, field));
        }
        if caller().any(|field| field.presence != Presence::Mandatory) {
            let _ = writeln!(out, "        optional: generated::{product}::{ty}Optional {{");
            for field in caller().filter(|field| field.presence != Presence::Mandatory) {
                let _ = writeln!(out, "            {}: any::<Option<{}>>(),", field.rust, owned(gateway, field));
            }
            let _ = writeln!(out, "            ..Default::default()\n        }},");
        }
        let _ = writeln!(out, "    }};\n}}");
    }
    for inbound in &gateway.inbound {
        let id = inbound.id.replace(['.', '-'], "_");
        let _ = writeln!(out, "pub fn reads_{id}(message: &generated::received::{}) {{", inbound.rust);
        for field in &inbound.fields {
            let covered = matches!(&inbound.auth, Auth::Signed { covers, .. } if covers.contains(&field.name));
            let ty = format!("Option<{}>", borrowed(gateway, field));
            let ty = if covered { ty } else { format!("faspay_runtime::Unsigned<{ty}>") };
            let _ = writeln!(out, "    let _: {ty} = message.{}();", field.rust);
        }
        let _ = writeln!(out, "}}");
    }
    out
}

fn owned(gateway: &Gateway, field: &Field) -> String {
    if field.sensitivity != Sensitivity::Public {
        return "faspay_runtime::Secret".into();
    }
    match &field.ty {
        Type::Text { .. } | Type::Url { .. } => "String".into(),
        Type::Integer { .. } => "u64".into(),
        Type::Amount { .. } => "faspay_runtime::Amount".into(),
        Type::Date | Type::CompactDate => "faspay_runtime::Date".into(),
        Type::Boolean => "bool".into(),
        Type::Timestamp
        | Type::Decimal { .. }
        | Type::Json
        | Type::EncryptedCard
        | Type::Object { .. }
        | Type::List { .. } => "String".into(),
        Type::DayList { .. } => "faspay_runtime::DayList".into(),
        Type::Code { list, .. } => {
            let list = gateway.codes.iter().find(|own| own.name == *list).unwrap();
            format!("generated::codes::{}", list.rust)
        }
    }
}

fn borrowed(gateway: &Gateway, field: &Field) -> String {
    match owned(gateway, field).as_str() {
        "String" => "&str".into(),
        other => other.into(),
    }
}
