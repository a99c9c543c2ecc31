//! The report of `cargo xtask lint --format json`. Every key is always there; what doesn't apply is `null` or empty.

use faspay_spec::lint::{Findings, Found, Lint};
use faspay_spec::report::{Fault, Kind, Report};
use faspay_spec::signatures::{Finding, Side, State, Witness};
use serde_json::{Map, Value, json};

use super::{Document, Freshness};

pub(super) fn report(reports: &[Lint], documents: &[Document], clean: bool) -> String {
    let gateways: Vec<Value> = reports.iter().map(gateway).collect();
    let documents: Vec<Value> = documents.iter().map(document).collect();
    let whole = json!({"clean": clean, "gateways": gateways, "documents": documents});
    format!("{whole:#}\n")
}

fn document(document: &Document) -> Value {
    let state = match document.state {
        Freshness::UpToDate => "up-to-date",
        Freshness::Written => "written",
        Freshness::Stale => "stale",
        Freshness::Missing => "missing",
        Freshness::Unknown => "unknown",
    };
    json!({"path": document.path, "state": state})
}

fn gateway(lint: &Lint) -> Value {
    let (faults, findings) = match &lint.outcome {
        Ok(findings) => (Vec::new(), Some(findings.as_ref())),
        Err(report) => (faults(report), None),
    };
    json!({
        "gateway": lint.gateway,
        "clean": lint.is_clean(),
        "faults": faults,
        "undocumented": list(findings, |own| own
            .undocumented()
            .iter()
            .map(|(what, basis)| json!({"what": what, "basis": basis}))
            .collect()),
        "contradictions": list(findings, |own| own.contradictions.iter().map(found).collect()),
        "stale": list(findings, |own| own
            .stale
            .iter()
            .map(|stale| json!({"entry": stale.entry, "key": stale.key, "line": stale.line}))
            .collect()),
        "signatures": list(findings, |own| own.signatures.findings.iter().map(finding).collect()),
        "idle": list(findings, |own| own
            .signatures
            .idle
            .iter()
            .map(|idle| json!({"recipe": idle.recipe, "weakness": idle.weakness, "line": idle.line}))
            .collect()),
    })
}

fn list(findings: Option<&Findings>, of: impl Fn(&Findings) -> Vec<Value>) -> Vec<Value> {
    findings.map(of).unwrap_or_default()
}

fn faults(report: &Report) -> Vec<Value> {
    let fault = |fault: &Fault| {
        let kind = match fault.kind {
            Kind::Mistake => "mistake",
            Kind::Adopted => "correction-adopted",
            Kind::Conflict => "correction-conflict",
        };
        json!({
            "kind": kind,
            "file": fault.at.file.path,
            "line": fault.at.line(),
            "column": fault.at.column(),
            "message": fault.message,
            "expected": fault.expected,
        })
    };
    report.faults().iter().map(fault).collect()
}

fn found(found: &Found) -> Value {
    let places = found.places.iter();
    let places: Vec<Value> =
        places.map(|place| json!({"says": place.says, "file": place.file, "line": place.line})).collect();
    json!({"key": found.key, "says": found.says, "places": places, "entries": found.entries})
}

fn finding(finding: &Finding) -> Value {
    let by = match &finding.state {
        State::Held(by) | State::Told(by) => Some(by),
        State::Open => None,
    };
    json!({
        "weakness": finding.weakness.id(),
        "severity": finding.severity.id(),
        "state": finding.state.id(),
        "by": by,
        "recipes": finding.recipes,
        "messages": finding.messages,
        "fields": finding.fields,
        "says": finding.says,
        "witness": finding.witness.as_ref().map(witness),
    })
}

fn witness(witness: &Witness) -> Value {
    let side = |side: &Side| {
        let values: Map<String, Value> = side.values.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        json!({"message": side.message, "values": values})
    };
    json!({
        "signed": side(&witness.signed),
        "passes": side(&witness.passes),
        "string": witness.string,
        "digest": witness.digest,
    })
}
