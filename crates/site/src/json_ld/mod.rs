//! The structured data of a page: schema.org types as JSON-LD in its head.
//!
//! It says who said what, where and when, for both sides in the same form and in
//! the order of the page. It never says who is right: there is no `ClaimReview`, no
//! rating, and no question has an answer. It contains nothing that is not in the
//! data. If the host is not known, URLs are paths that begin with a slash.

mod alternate_names;
mod claims;
mod corrections;
mod node;
mod node_builder;
mod sources;
mod speakers;

use says_who_model::{Contact, Dispute, Id, Item, Revision, SiteInfo};
use says_who_routes::Route;
use says_who_view::exports::ExportFormat;
use says_who_view::pages::Page;
use says_who_view::shareable::Shareable;
use says_who_view::words::Words;
use serde_json::Value;

use self::node::Node;
use self::node_builder::NodeBuilder;
use super::Site;
use super::last_modified::last_modified;

/// The script element for the head of the page at `route`.
pub(super) fn element(site: &Site<'_>, page: &Page<'_>, route: &Route) -> String {
    let graph = Graph {
        site,
        page,
        words: page.words(),
    };
    let nodes = match (page.shareable(), page.dispute()) {
        (Some(Shareable::Whole), Some(dispute)) => graph.explainer_page(dispute),
        (Some(Shareable::Item(item)), Some(dispute)) => graph.item_page(dispute, &item),
        (None, Some(dispute)) if !page.is_not_found() => graph.sub_page(dispute, route),
        _ if *route == Route::Home => graph.home_page(),
        _ if *route == Route::About => graph.about_page(),
        _ => vec![graph.website().into()],
    };
    let graph = serde_json::json!({ "@context": "https://schema.org", "@graph": nodes });
    // `<` is the only character that could end a script element or start a comment.
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

    /// The site's publisher, if it is named.
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

    /// The about page.
    fn about_page(&self) -> Vec<Value> {
        let address = self.address(&Route::About);
        let page = Node::new("AboutPage")
            .id(&address)
            .with("url", address.as_str())
            .with("name", (self.words.about_title)(&self.info().name))
            .with("inLanguage", self.words.language)
            .with("about", self.website());
        vec![page.into()]
    }

    /// The start page: the site and its explainers.
    fn home_page(&self) -> Vec<Value> {
        let disputes = self.site.library.disputes.iter();
        let explainers: Vec<Node> = disputes.map(|dispute| self.explainer(dispute)).collect();
        vec![self.website().with("hasPart", explainers).into()]
    }

    /// An explainer: its title, URL, dates, publisher and licence.
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
            .with("dateModified", last_modified(dispute).to_string())
            .with("publisher", self.publisher())
            .with(
                "license",
                self.info()
                    .licence
                    .as_ref()
                    .and_then(|licence| licence.link.as_deref()),
            )
    }

    /// The whole explainer, with a stub of each item: the details are on the item's
    /// own page, and `encoding` links to the full data. Kept short because it
    /// comes before the text of the site's largest page.
    fn explainer_page(&self, dispute: &'a Dispute) -> Vec<Value> {
        let builder = NodeBuilder::new(self.site.context(dispute, self.words));
        let address = builder.explainer_url();
        let points: Vec<Node> = dispute
            .all_points()
            .map(|point| builder.point_stub(point))
            .collect();
        let forms = ExportFormat::ALL.map(|form| {
            Node::new("MediaObject")
                .with("encodingFormat", form.media_type())
                .with(
                    "contentUrl",
                    builder
                        .context
                        .absolute_url(&builder.context.export_url(form)),
                )
        });
        let question = Node::new("Question")
            .id(&format!("{address}#_question"))
            .with("name", dispute.question.as_str());
        let article = self
            .explainer(dispute)
            .with("description", dispute.summary.join(" "))
            // An ISO 8601 interval with an open start, up to the as-of date.
            .with("temporalCoverage", format!("../{}", dispute.as_of))
            .with("image", format!("{address}card.png"))
            .with("isPartOf", self.website())
            .with("about", question)
            .with("hasPart", points)
            .with("mentions", builder.other_stubs())
            .with("citation", builder.source_stubs())
            .with("encoding", forms.to_vec())
            .with("correction", builder.corrections(|_| true, |_| true));
        vec![article.into()]
    }

    /// An item's own page. A point or a statement comes with what both sides say on
    /// the point; any other item with the questions of its points.
    fn item_page(&self, dispute: &'a Dispute, item: &Item<'a>) -> Vec<Value> {
        let mut builder = NodeBuilder::new(self.site.context(dispute, self.words));
        let item_reference = Node::reference(&builder.anchor_url(item.id()));
        let points = dispute.points_of(item);
        let questions = |builder: &NodeBuilder<'_>| -> Vec<Node> {
            points.iter().map(|point| builder.question(point)).collect()
        };
        let (main, about) = match item {
            Item::Point(point) => (builder.point(point), Vec::new()),
            Item::Statement(placed) => (item_reference, vec![builder.point(placed.point)]),
            Item::Absence(place) => (builder.point(place.point), Vec::new()),
            Item::Document(document) => (builder.document(document), questions(&builder)),
            Item::Event(event) => (builder.event(event), questions(&builder)),
            Item::OpenQuestion(open) => (builder.open_question(open), questions(&builder)),
            Item::Source(source) => (builder.source(source), questions(&builder)),
            Item::Speaker(speaker) => (
                builder.speaker(speaker).unwrap_or(item_reference),
                questions(&builder),
            ),
        };
        let has_statements = matches!(item, Item::Point(_) | Item::Statement(_) | Item::Absence(_));
        let own = match item {
            Item::Speaker(speaker) => dispute.statements_by(speaker),
            _ => Vec::new(),
        };
        let is_on_page = |id: &Id| {
            let statements = || points.iter().flat_map(|point| point.statements());
            id == item.id()
                || points.iter().any(|point| point.id == *id)
                || (has_statements && statements().any(|statement| statement.id == *id))
                || own.iter().any(|(_, statement)| statement.id == *id)
        };
        let concerns = |revision: &Revision| revision.concerns(item);
        // Isolates are for text that is shown.
        let name = builder.context.item_title(item);
        let name = name.replace(['\u{2068}', '\u{2069}'], "");
        let route = Route::Item(dispute.id.clone(), item.id().clone());
        // The profile page of somebody who is not named would have nobody's name.
        let kind = match item {
            Item::Speaker(speaker) if speaker.named => "ProfilePage",
            _ => "WebPage",
        };
        let claims = own.iter();
        let claims: Vec<Node> = claims
            .map(|(_, statement)| builder.item_node("Claim", &statement.id))
            .collect();
        let page = self
            .web_page(kind, dispute, &route, &name)
            .with("mainEntity", main)
            .with("about", about)
            .with("hasPart", claims)
            .with("citation", builder.sources())
            .with("correction", builder.corrections(concerns, is_on_page));
        with_parties(page, &builder)
    }

    /// Any other page of a dispute: share links, figures, print edition, tombstones.
    fn sub_page(&self, dispute: &Dispute, route: &Route) -> Vec<Value> {
        let title = self.page.meta().title;
        vec![self.web_page("WebPage", dispute, route, &title).into()]
    }

    /// A page of an explainer, with its breadcrumbs from the start page.
    fn web_page(&self, kind: &'static str, dispute: &Dispute, route: &Route, name: &str) -> Node {
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
        let breadcrumbs: Vec<Node> = steps.collect();
        Node::new(kind)
            .id(&address)
            .with("url", address.as_str())
            .with("name", name)
            .with("inLanguage", dispute.language.as_str())
            .with("dateModified", last_modified(dispute).to_string())
            .with("isPartOf", self.explainer(dispute))
            .with(
                "breadcrumb",
                Node::new("BreadcrumbList").with("itemListElement", breadcrumbs),
            )
    }
}

/// A node, and the sides and speakers that it refers to.
fn with_parties(node: Node, builder: &NodeBuilder<'_>) -> Vec<Value> {
    let nodes = [node].into_iter().chain(builder.parties());
    nodes.map(Value::from).collect()
}
