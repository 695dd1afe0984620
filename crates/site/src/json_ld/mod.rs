//! What a page is about, in the words of schema.org, as JSON-LD in its head.
//!
//! It says who said what, where and when, of both sides in one form and in the
//! order of the page. It never says who is right: there is no `ClaimReview`, no
//! rating, and no question has an answer. Nothing is in it that is not in the
//! data. Addresses begin with a slash where the host is not known.

mod claims;
mod node;
mod parts;

use says_who_model::{Contact, Dispute, Id, Item, Revision, SiteInfo};
use serde_json::Value;

use self::node::Node;
use self::parts::Parts;
use super::{Site, changes};
use says_who_routes::Route;
use says_who_view::forms::Form;
use says_who_view::pages::Page;

use says_who_view::subject::Subject;
use says_who_view::words::Words;

/// The element for the head of the page at `route`.
pub(super) fn element(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let graph = Graph {
        site,
        page,
        words: page.words(),
    };
    let nodes = match (page.subject(), page.dispute()) {
        (Some(Subject::Whole), Some(dispute)) => graph.whole(dispute),
        (Some(Subject::Item(item)), Some(dispute)) => graph.item(dispute, &item),
        (None, Some(dispute)) if !page.is_missing() => graph.beside(dispute, route),
        _ if *route == Route::Home => graph.home(),
        _ if *route == Route::About => graph.about(),
        _ => vec![graph.website().into()],
    };
    let graph = serde_json::json!({ "@context": "https://schema.org", "@graph": nodes });
    // In a script element only this sign could begin anything but text.
    let text = graph.to_string().replace('<', "\\u003c");
    format!(r#"<script type="application/ld+json">{text}</script>"#)
}

struct Graph<'a> {
    site: &'a Site<'a>,
    page: &'a Page<'a>,
    words: &'static Words,
}

impl<'a> Graph<'a> {
    fn address(&self, route: &Route) -> String {
        self.site.address(&self.site.base.href(route))
    }

    fn website(&self) -> Node {
        let address = self.address(&Route::Home);
        Node::new("WebSite")
            .id(&address)
            .with("url", address.as_str())
            .with("name", self.info().name.as_str())
            .with("description", self.words.site_description)
            .with("inLanguage", self.words.language)
            .with("publisher", self.publisher())
    }

    fn info(&self) -> &'a SiteInfo {
        &self.site.library.site
    }

    /// Who publishes the site, where that is said.
    fn publisher(&self) -> Option<Node> {
        let name = self.info().publisher.as_deref()?;
        let (mail, page) = match &self.info().contact {
            Some(Contact::Mail(mail)) => (Some(mail.as_str()), None),
            Some(Contact::Repository(_, page) | Contact::Page(page)) => (None, Some(page.as_str())),
            None => (None, None),
        };
        let publisher = Node::new("Organization").with("name", name);
        Some(publisher.with("email", mail).with("url", page))
    }

    /// What the site says of itself.
    fn about(&self) -> Vec<Value> {
        let address = self.address(&Route::About);
        let page = Node::new("AboutPage")
            .id(&address)
            .with("url", address.as_str())
            .with("name", (self.words.about_title)(&self.info().name))
            .with("inLanguage", self.words.language)
            .with("about", self.website());
        vec![page.into()]
    }

    /// The start page: the site, with its explainers.
    fn home(&self) -> Vec<Value> {
        let disputes = self.site.library.disputes.iter();
        let explainers: Vec<Node> = disputes.map(|dispute| self.explainer(dispute)).collect();
        vec![self.website().with("hasPart", explainers).into()]
    }

    /// An explainer by its name and address.
    fn explainer(&self, dispute: &Dispute) -> Node {
        let address = self.address(&Route::Dispute(dispute.id.clone()));
        Node::new("NewsArticle")
            .id(&address)
            .with("url", address.as_str())
            .with("headline", dispute.question.as_str())
            .with("inLanguage", dispute.language.as_str())
            .with(
                "datePublished",
                dispute.first_published().map(|day| day.to_string()),
            )
            .with("dateModified", changes::last(dispute).to_string())
            .with("publisher", self.publisher())
            .with(
                "license",
                self.info()
                    .licence
                    .as_ref()
                    .and_then(|of| of.link.as_deref()),
            )
    }

    /// The whole explainer, with everything in it in brief: each item tells all
    /// of itself on its own page, and `encoding` leads to all of all. What stands
    /// here every reader of the largest page loads before its first words.
    fn whole(&self, dispute: &'a Dispute) -> Vec<Value> {
        let parts = Parts::new(self.site.view(dispute, self.words));
        let address = parts.whole();
        let points: Vec<Node> = dispute
            .all_points()
            .map(|point| parts.point_in_brief(point))
            .collect();
        let forms = Form::ALL.map(|form| {
            Node::new("MediaObject")
                .with("encodingFormat", form.media_type())
                .with("contentUrl", parts.view.absolute(&parts.view.form(form)))
        });
        let question = Node::new("Question")
            .id(&format!("{address}#_question"))
            .with("name", dispute.question.as_str());
        let article = self
            .explainer(dispute)
            .with("description", dispute.summary.join(" "))
            // Everything up to the as-of date, as ISO 8601 writes it.
            .with("temporalCoverage", format!("../{}", dispute.as_of))
            .with("image", format!("{address}card.png"))
            .with("isPartOf", self.website())
            .with("about", question)
            .with("hasPart", points)
            .with("mentions", parts.others_in_brief())
            .with("citation", parts.sources_in_brief())
            .with("encoding", forms.to_vec())
            .with("correction", parts.corrections(|_| true, |_| true));
        vec![article.into()]
    }

    /// An item, with what both sides say on the point it is or belongs to; of
    /// what bears on points, those points.
    fn item(&self, dispute: &'a Dispute, item: &Item<'a>) -> Vec<Value> {
        let mut parts = Parts::new(self.site.view(dispute, self.words));
        let place = Node::reference(&parts.place(item.id()));
        let points = dispute.points_of(item);
        let brief = |parts: &Parts<'_>| -> Vec<Node> {
            points.iter().map(|point| parts.question(point)).collect()
        };
        let (main, about) = match item {
            Item::Point(point) => (parts.point(point), Vec::new()),
            Item::Statement(place_of) => (place, vec![parts.point(place_of.point)]),
            Item::Document(document) => (parts.document(document), brief(&parts)),
            Item::Event(event) => (parts.event(event), brief(&parts)),
            Item::OpenQuestion(open) => (parts.open_question(open), brief(&parts)),
            Item::Source(source) => (parts.source(source), brief(&parts)),
        };
        let of_point = matches!(item, Item::Point(_) | Item::Statement(_));
        let known = |id: &Id| {
            let said = || points.iter().flat_map(|point| point.statements());
            id == item.id()
                || points.iter().any(|point| point.id == *id)
                || (of_point && said().any(|statement| statement.id == *id))
        };
        let concerns = |revision: &Revision| revision.concerns(item);
        let name = parts.view.item_title(item);
        let route = Route::Item(dispute.id.clone(), item.id().clone());
        let page = self
            .web_page(dispute, &route, &name)
            .with("mainEntity", main)
            .with("about", about)
            .with("citation", parts.sources())
            .with("correction", parts.corrections(concerns, known));
        with_parties(page, &parts)
    }

    /// A page beside the explainer: its links, its figures, what was taken out.
    fn beside(&self, dispute: &Dispute, route: &Route) -> Vec<Value> {
        let title = self.page.meta().title;
        vec![self.web_page(dispute, route, &title).into()]
    }

    /// A page of an explainer, and the way from the start page to it.
    fn web_page(&self, dispute: &Dispute, route: &Route, name: &str) -> Node {
        let address = self.address(route);
        let steps = [
            (self.info().name.as_str(), self.address(&Route::Home)),
            (
                &dispute.question,
                self.address(&Route::Dispute(dispute.id.clone())),
            ),
            (name, address.clone()),
        ];
        let steps = steps
            .into_iter()
            .enumerate()
            .map(|(index, (name, address))| {
                Node::new("ListItem")
                    .with("position", index + 1)
                    .with("name", name)
                    .with("item", Node::reference(&address))
            });
        let way: Vec<Node> = steps.collect();
        Node::new("WebPage")
            .id(&address)
            .with("url", address.as_str())
            .with("name", name)
            .with("inLanguage", dispute.language.as_str())
            .with("dateModified", changes::last(dispute).to_string())
            .with("isPartOf", self.explainer(dispute))
            .with(
                "breadcrumb",
                Node::new("BreadcrumbList").with("itemListElement", way),
            )
    }
}

/// A node, and whom it refers to.
fn with_parties(node: Node, parts: &Parts<'_>) -> Vec<Value> {
    let nodes = [node].into_iter().chain(parts.parties());
    nodes.map(Value::from).collect()
}
