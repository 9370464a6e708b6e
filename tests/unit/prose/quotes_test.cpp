#include "core/prose/quotes.h"

#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/prose/prose.h"
#include "core/text/lines.h"

namespace {

using namespace article;

// "kind|quote|speaker|speaker_name|speaker_title" of each row.
std::vector<std::string> quotes(std::string_view text, std::string_view tag = "en") {
  auto* memory = std::pmr::new_delete_resource();
  const auto lines = split_lines(text, Interrupt{}, memory);
  Prose prose(text, text_blocks(text, lines, memory), language_of_tag(tag), memory);
  std::vector<std::string> out;
  const auto part = [&](ByteSpan span) {
    return span.empty() ? std::string() : std::string(text.substr(span.begin, span.end - span.begin));
  };
  for (const Quote& q : prose.quotes(Interrupt{})) {
    out.push_back(std::string(quote_kind_name(q.kind)) + "|" + part(q.quote) + "|" + part(q.speaker) + "|" +
                  part(q.speaker_name) + "|" + part(q.speaker_title));
  }
  return out;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("quotes: a quotation before its cue is direct, without its marks, and names its speaker in full") {
  CHECK(quotes("Mayor Dana Marr spoke. “We won the vote,” Marr said.") ==
        List{"direct|We won the vote,|Marr|Dana Marr|Mayor"});
  CHECK(quotes("„Wir haben gewonnen“, sagte Jana Brandt.", "de") ==
        List{"direct|Wir haben gewonnen|Jana Brandt|Jana Brandt|"});
}

TEST_CASE("quotes: a term in quotation marks is scare") {
  CHECK(quotes("The so-called “bridge tax” rose again.") == List{"scare|bridge tax|||"});
}

TEST_CASE("quotes: a quotation over paragraphs, each opened and the last closed, is one") {
  CHECK(quotes("Dana Marr said: “We came early.\n\n“We left late.”") ==
        List{"direct|We came early.\n\n“We left late.|Dana Marr|Dana Marr|"});
}

TEST_CASE("quotes: a quotation that is never closed ends with its paragraph") {
  CHECK(quotes("“We came early and stayed, Dana Marr said.\n\nThe town slept.").size() <= 1);
}

TEST_CASE("quotes: spans lie in the text whatever its bytes") {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) {
    bytes += i % 5 == 0 ? " said \"" : i % 7 == 0 ? ",\" Marr " : std::string(1, static_cast<char>((i * 7919) & 0xFF));
  }
  auto* memory = std::pmr::new_delete_resource();
  const auto lines = split_lines(bytes, Interrupt{}, memory);
  Prose prose(bytes, text_blocks(bytes, lines, memory), kNoLanguage, memory);
  for (const Quote& q : prose.quotes(Interrupt{})) {
    CHECK(q.quote.begin < q.quote.end);
    CHECK(q.quote.end <= bytes.size());
  }
}
