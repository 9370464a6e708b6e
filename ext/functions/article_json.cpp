// article_json(text [, reference_time, timezone, language]): the article as schema.org NewsArticle in JSON-LD.
//
//   {"@context":"https://schema.org","@type":"NewsArticle","headline":"...","author":[{"@type":"Person","name":"..."}],...}
//
// What the text does not give is left out.
#include "core/json.h"
#include "vtab/function.h"

namespace article {

namespace {

class NewsArticle {
 public:
  NewsArticle(const Fields& fields, JsonWriter* json) : fields_(fields), json_(*json) {}

  void text(const char* key, Field field) const {
    if (const std::string_view value = fields_.value(field); !value.empty()) {
      json_.key(key);
      json_.string(value);
    }
  }
  // {"@type": type, "name": value}
  void thing(const char* key, const char* type, Field field) const {
    if (const std::string_view value = fields_.value(field); !value.empty()) {
      json_.key(key);
      named(type, value);
    }
  }
  void people(const char* key, Field field) const {
    array(key, field, [this](std::string_view name) { named("Person", name); });
  }
  void strings(const char* key, Field field) const {
    array(key, field, [this](std::string_view value) { json_.string(value); });
  }
  void body(std::pmr::memory_resource* memory) const {
    const std::pmr::string joined = fields_.body(memory);
    if (!joined.empty()) {
      json_.key("articleBody");
      json_.string(joined);
    }
  }
  void integer(const char* key, Field field) const {
    int64_t value = 0;
    if (fields_.integer(field, &value)) {
      json_.key(key);
      json_.number(value);
    }
  }

 private:
  void named(const char* type, std::string_view name) const {
    json_.begin_object();
    json_.key("@type");
    json_.string(type);
    json_.key("name");
    json_.string(name);
    json_.end_object();
  }
  template <class Write>
  void array(const char* key, Field field, Write write) const {
    if (fields_.value(field).empty()) {
      return;
    }
    json_.key(key);
    json_.begin_array();
    fields_.each(field, write);
    json_.end_array();
  }

  const Fields& fields_;
  JsonWriter& json_;
};

void write_items(const std::pmr::vector<RelatedItem>& items, JsonWriter* json) {
  if (items.empty()) {
    return;
  }
  json->key("relatedLink");
  json->begin_array();
  for (const RelatedItem& item : items) {
    json->string(item.url.empty() ? item.title : item.url);
  }
  json->end_array();
}

void article_json(const ScalarCall& call) {
  DocumentPointer document;
  if (!call.document(0, &document)) {
    return;
  }
  if (!document->visible(call.interrupt)) {
    call.result.null();
    return;
  }
  std::pmr::memory_resource* memory = document->memory();
  JsonWriter json(memory);
  const NewsArticle article(document->fields(call.interrupt, kAllThatIsRead), &json);
  json.begin_object();
  json.key("@context");
  json.string("https://schema.org");
  json.key("@type");
  json.string("NewsArticle");
  article.text("headline", Field::kHeadline);
  article.text("alternativeHeadline", Field::kAlternativeHeadline);
  article.people("author", Field::kAuthor);
  article.text("dateline", Field::kDateline);
  article.thing("locationCreated", "Place", Field::kDatelinePlace);
  article.text("datePublished", Field::kDatePublished);
  article.text("dateModified", Field::kDateModified);
  article.text("articleSection", Field::kArticleSection);
  article.strings("keywords", Field::kKeywords);
  article.text("inLanguage", Field::kInLanguage);
  article.thing("publisher", "Organization", Field::kPublisher);
  article.text("creditText", Field::kAgency);
  article.text("copyrightNotice", Field::kCopyrightNotice);
  article.text("isBasedOn", Field::kAttribution);
  article.text("abstract", Field::kLead);
  article.body(memory);
  article.integer("wordCount", Field::kWordCount);
  write_items(document->related_items(call.interrupt), &json);
  json.end_object();
  call.result.text(json.text());
}

}  // namespace

ARTICLE_SCALAR_FUNCTION(article_json, 1, 4, article_json)

}  // namespace article
