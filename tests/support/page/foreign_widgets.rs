//! Editors and widgets that are not the site's own, as extensions add them to a page.

use serde_json::json;

use crate::Browser;

/// Adds each of the editors and widgets twice, to the body and to the app's content. They
/// are in `window.places`, each with its name.
const ADD: &str = "window.places = [];
    const add = (name, make) => {
      for (const parent of [document.body, document.querySelector('#app main')]) {
        const host = document.createElement('div');
        parent.append(host);
        places.push([name, make(host)]);
      }
    };
    const make = (spec) => {
      const [tag, ...attributes] = spec.split(' '), one = document.createElement(tag);
      for (const [name, value = ''] of attributes.map((one) => one.split('='))) one.setAttribute(name, value);
      if (['p', 'b', 'div', 'a', 'button'].includes(tag)) one.textContent = 'x';
      return one;
    };
    const inner = (outer, spec) => (host) => {
      const [one, other] = [make(outer), spec && make(spec)];
      host.append(one);
      if (other) one.append(other);
      return other ?? one;
    };
    const shadow = (mode, spec) => (host) => {
      const inside = make(spec);
      host.attachShadow({ mode }).append(inside);
      return inside;
    };
    for (const spec of ['input', 'textarea', 'p contenteditable', 'button', 'a href=#x']) {
      add('open ' + spec, shadow('open', spec));
      add('open in ours ' + spec, (host) => { host.tabIndex = -1; return shadow('open', spec)(host); });
      add('closed ' + spec, (host) => {
        const outer = make('x-note tabindex=-1');
        host.append(outer);
        return shadow('closed', spec)(outer);
      });
    }
    for (const role of ['textbox', 'searchbox', 'combobox', 'spinbutton', 'slider', 'listbox', 'menu', 'grid', 'tree', 'application', 'dialog']) {
      add(role, inner(`div role=${role} tabindex=0`));
      add('in ' + role, inner(`div role=${role}`, 'b tabindex=-1'));
    }
    for (const spec of ['p contenteditable tabindex=0', 'p contenteditable=plaintext-only tabindex=0', 'input type=checkbox',
      'input type=range', 'input type=date', 'input', 'select', 'textarea', 'audio controls tabindex=0', 'video controls tabindex=0',
      'x-editor tabindex=-1', 'div tabindex=0', 'iframe tabindex=0', 'object tabindex=0'])
      add(spec, inner(spec));
    add('in an editor', inner('p contenteditable', 'b tabindex=-1'));
    add('in plain text', inner('p contenteditable=plaintext-only', 'b tabindex=-1'));";

/// Editors and widgets that are not the site's own.
pub struct ForeignWidgets<'b>(pub &'b Browser);

impl ForeignWidgets<'_> {
    /// Adds them to the page.
    pub async fn add(&self) {
        self.0.eval(ADD).await;
    }

    /// The names of those on which the app handles one of these keys while they have the
    /// focus.
    pub async fn with_handled_keys(&self, keys: &str) -> Vec<String> {
        let names = self
            .0
            .eval(&format!(
                "return places.filter(([name, place]) => {{
               place.focus();
               const taken = [...{}].map((key) => place.dispatchEvent(new KeyboardEvent('keydown',
                 {{ bubbles: true, composed: true, cancelable: true, key, code: 'Key' + key.toUpperCase() }})));
               return taken.includes(false);
             }}).map(([name]) => name)",
                json!(keys)
            ))
            .await;
        serde_json::from_value(names).unwrap()
    }

    /// Focuses the first with this name.
    pub async fn focus(&self, name: &str) {
        self.0
            .eval(&format!(
                "places.find(([name]) => name === {})[1].focus()",
                json!(name)
            ))
            .await;
    }
}
