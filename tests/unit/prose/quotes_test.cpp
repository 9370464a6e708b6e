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

TEST_CASE("quotes: both orders of speaker and cue, in each language, without the auxiliary verb") {
  CHECK(quotes("« Nous sommes prêts », a déclaré le maire Paul Morel.", "fr") ==
        List{"direct|Nous sommes prêts|le maire Paul Morel|Paul Morel|maire"});
  CHECK(quotes("«Estamos listos», dijo la alcaldesa Ana Ruiz.", "es") ==
        List{"direct|Estamos listos|la alcaldesa Ana Ruiz|Ana Ruiz|alcaldesa"});
  CHECK(quotes("«Siamo pronti», ha detto il sindaco Marco Neri.", "it") ==
        List{"direct|Siamo pronti|il sindaco Marco Neri|Marco Neri|sindaco"});
  CHECK(quotes("“Estamos prontos”, disse a prefeita Ana Souza.", "pt") ==
        List{"direct|Estamos prontos|a prefeita Ana Souza|Ana Souza|prefeita"});
  CHECK(quotes("“We zijn klaar”, zei burgemeester Jan Bakker.", "nl") ==
        List{"direct|We zijn klaar|burgemeester Jan Bakker|Jan Bakker|burgemeester"});
  CHECK(quotes("«Мы готовы», — сказал мэр Иван Петров.", "ru") ==
        List{"direct|Мы готовы|мэр Иван Петров|Иван Петров|мэр"});
  CHECK(quotes("“Hazırız” dedi Ayşe Demir.", "tr") == List{"direct|Hazırız|Ayşe Demir|Ayşe Demir|"});
}

TEST_CASE("quotes: reported speech behind a complementizer, a phrase, or before a verb that comes last") {
  CHECK(quotes("El ministro Luis Vega afirmó que el puente abrirá en mayo.", "es") ==
        List{"indirect|que el puente abrirá en mayo|El ministro Luis Vega|Luis Vega|ministro"});
  CHECK(quotes("Selon Anne Roy, les travaux sont finis.", "fr") ==
        List{"indirect|les travaux sont finis|Anne Roy|Anne Roy|"});
  CHECK(quotes("Volgens Anna Visser is het werk af.", "nl") ==
        List{"indirect|is het werk af|Anna Visser|Anna Visser|"});
  CHECK(quotes("Bakan Ali Kaya, köprünün mayısta açılacağını söyledi.", "tr") ==
        List{"indirect|köprünün mayısta açılacağını|Bakan Ali Kaya|Ali Kaya|Bakan"});
}

TEST_CASE("quotes: the day of a statement is no part of its speaker") {
  CHECK(quotes("„Wir sind bereit“, sagte Jana Brandt am Montag.", "de") ==
        List{"direct|Wir sind bereit|Jana Brandt|Jana Brandt|"});
}

TEST_CASE("quotes: speech behind a dash is direct where a cue names its speaker") {
  CHECK(quotes("— Nous sommes prêts, dit Paul Morel.\n— Et moi aussi, répondit Anne Roy.", "fr") ==
        List{"direct|Nous sommes prêts|Paul Morel|Paul Morel|", "direct|Et moi aussi|Anne Roy|Anne Roy|"});
  CHECK(quotes("—Estamos listos —dijo Ana Ruiz—. Es todo.", "es") == List{"direct|Estamos listos|Ana Ruiz|Ana Ruiz|"});
  CHECK(quotes("— Un pont neuf\n— Une école rénovée", "fr").empty());
}

TEST_CASE("quotes: a pronoun is the nearest person whom no title rules out, an office its holder") {
  CHECK(quotes("Herr Paul Sommer traf Frau Jana Brandt. Er sagte, dass er bleibt.", "de").back() ==
        "indirect|dass er bleibt|Er|Paul Sommer|Herr");
  CHECK(quotes("Министр Иван Петров прибыл. Министр заявил, что мост откроют.", "ru").back() ==
        "indirect|что мост откроют|Министр|Иван Петров|Министр");
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
