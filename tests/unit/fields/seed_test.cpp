// The seed page of ../shared, every field and item of it; skipped with a message where the file is absent.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/article.h"

using namespace article;

namespace {

std::string seed_text() {
  std::ifstream file(std::string(ARTICLE_SOURCE_DIR) + "/../shared/seed/trend-2019-11-07.txt", std::ios::binary);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

struct Wanted {
  const char* list;
  const char* title;
  const char* labels;
  const char* category;
  const char* time_text;
  const char* date;
};

void check_fields(Document* document) {
  const Fields& fields = document->fields(Interrupt{});
  CHECK(fields.value(Field::kHeadline) ==
        "Ambassador: France supports Azerbaijan's sovereignty, territorial integrity");
  CHECK(fields.value(Field::kDatePublished) == "2019-11-07T11:55+04:00");
  CHECK(fields.value(Field::kDatePublishedUtc) == "2019-11-07T07:55:00Z");
  CHECK(fields.value(Field::kUtcOffsetMinutes) == "240");
  CHECK(fields.value(Field::kDateline) == "BAKU, Azerbaijan, Nov. 7");
  CHECK(fields.value(Field::kDatelinePlace) == "BAKU, Azerbaijan");
  CHECK(fields.value(Field::kDatelineDate) == "2019-11-07");
  CHECK(fields.value(Field::kAgency) == "Trend");
  CHECK(fields.value(Field::kAttribution) == "the Azerbaijani Defense Ministry");
  CHECK(fields.value(Field::kParagraphCount) == "9");
  CHECK(fields.value(Field::kRelatedCount) == "15");
  CHECK(fields.value(Field::kInLanguage) == "en");
  CHECK(fields.value(Field::kAuthor).empty());
  const FieldValue* body = fields.first(Field::kArticleBody);
  REQUIRE(body != nullptr);
  CHECK(body->value.substr(0, 11) == "Azerbaijani");
  for (const FieldValue& value : fields.all()) {
    if (value.field == Field::kArticleBody) {
      CHECK(value.value.find("Telegram") == std::string_view::npos);
    }
  }
}

void check_items(Document* document) {
  const Wanted first[] = {
      {"Related news", "French police clear migrant camp in Paris", "", "Europe", "11:57", "2019-11-07T11:57+04:00"},
      {"Related news", "Karabakh conflict settlement issues discussed in Slovakia", "", "Nagorno-Karabakh conflict",
       "01:29", "2019-11-07T01:29+04:00"},
      {"Related news",
       "Lithuania proposes Azerbaijan to consider possibility of partnership in Europe-China transportation chain",
       "[\"Exclusive\"]", "Business", "6 November 22:15", "2019-11-06T22:15+04:00"}};
  const auto& items = document->related_items(Interrupt{});
  REQUIRE(items.size() == 15);
  for (size_t i = 0; i < 3; ++i) {
    CHECK(items[i].list_title == first[i].list);
    CHECK(items[i].title == first[i].title);
    CHECK(items[i].labels == first[i].labels);
    CHECK(items[i].category == first[i].category);
    CHECK(items[i].time_text == first[i].time_text);
    CHECK(items[i].date_published == first[i].date);
  }
  CHECK(items[2].date_published_utc == "2019-11-06T18:15:00Z");
  CHECK(items[4].labels == "[\"PHOTO\"]");
  CHECK(items[5].list_kind == ListKind::kRelated);
  CHECK(items[6].list_kind == ListKind::kLatest);
  CHECK(items[6].list_title == "Latest");
  CHECK(items[11].category == "Oil&Gas");
  CHECK(items[11].time_text == "12:19");
  CHECK(items[14].title == "Georgian education minister resigns");
  CHECK(items[14].category == "Georgia");
  CHECK(items[14].time_text == "11:59");
}

// Every value and item lies in the text, on character boundaries.
void check_spans(Document* document) {
  const std::string_view text = document->text();
  for (const FieldValue& value : document->fields(Interrupt{}).all()) {
    if (value.begin != kNoPosition) {
      CHECK(value.begin <= value.end);
      CHECK(value.end <= text.size());
    }
  }
  for (const RelatedItem& item : document->related_items(Interrupt{})) {
    CHECK(item.begin < item.end);
    CHECK(item.end <= text.size());
  }
}

void check_page(const std::string& text) {
  Document document(text, Options{}, std::pmr::new_delete_resource());
  check_fields(&document);
  check_items(&document);
  check_spans(&document);
}

}  // namespace

TEST_CASE("seed page: every field and item is read, whatever its line ends and with a BOM") {
  const std::string text = seed_text();
  if (text.empty()) {
    WARN("skipped: ../shared/seed is not here");
    return;
  }
  check_page(text);
  std::string windows;
  for (const char byte : text) {
    windows += byte == '\n' ? "\r\n" : std::string(1, byte);
  }
  check_page(windows);
  check_page("\xEF\xBB\xBF" + text);
}

TEST_CASE("seed page: any prefix and any suffix give spans inside the text") {
  const std::string text = seed_text();
  if (text.empty()) {
    WARN("skipped: ../shared/seed is not here");
    return;
  }
  for (size_t at = 0; at < text.size(); at += 97) {
    const std::string front = text.substr(0, at);
    const std::string back = text.substr(at);
    Document before(front, Options{}, std::pmr::new_delete_resource());
    Document after(back, Options{}, std::pmr::new_delete_resource());
    check_spans(&before);
    check_spans(&after);
  }
}
