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

TEST_CASE("quotes: where verbs come last, a phrase follows its source") {
  CHECK(quotes("Liman İdaresi'ne göre günde 4 bin araç geçiyor.", "tr") ==
        List{"indirect|günde 4 bin araç geçiyor|Liman İdaresi'ne|Liman İdaresi|"});
  CHECK(quotes("Liman idarəsinin məlumatına görə, körpüdən gündə 4 min maşın keçir.", "az")
            .front()
            .find("indirect|körpüdən gündə 4 min maşın keçir|Liman idarəsinin|") == 0);
  CHECK(quotes("Nəqliyyat naziri Leyla Həsənova bildirib ki, körpü mayda açılacaq.", "az") ==
        List{"indirect|ki, körpü mayda açılacaq|Nəqliyyat naziri Leyla Həsənova|Leyla Həsənova|naziri"});
}

TEST_CASE("quotes: an office of several words is the title of its holder") {
  CHECK(quotes("« Nous sommes prêts », a déclaré la ministre des Transports Anne Roy jeudi.", "fr") ==
        List{"direct|Nous sommes prêts|la ministre des Transports Anne Roy|Anne Roy|ministre des Transports"});
  CHECK(quotes("„Wir sind bereit“, sagte Verkehrsministerin Jana Brandt.", "de") ==
        List{"direct|Wir sind bereit|Verkehrsministerin Jana Brandt|Jana Brandt|Verkehrsministerin"});
  CHECK(quotes("“Hazırız.” dedi Ulaştırma Bakanı Ayşe Demir.", "tr") ==
        List{"direct|Hazırız.|Ulaştırma Bakanı Ayşe Demir|Ayşe Demir|Ulaştırma Bakanı"});
}

TEST_CASE("quotes: speech where nouns have capitals is no title, and short speech before a cue no term") {
  CHECK(quotes("„Wir gehen“, sagte Jana Brandt. „Die Arbeiten beginnen am Montag.“", "de").back() ==
        "direct|Die Arbeiten beginnen am Montag.|Jana Brandt|Jana Brandt|");
  CHECK(quotes("“Llevamos diez años esperando”, añadió.", "es") == List{"direct|Llevamos diez años esperando|||"});
}

TEST_CASE("quotes: the day of a statement is no part of its speaker") {
  CHECK(quotes("«Estamos listos», dijo Ana Ruiz el jueves.", "es") == List{"direct|Estamos listos|Ana Ruiz|Ana Ruiz|"});
  CHECK(quotes("«Мы готовы», — сказал Иван Петров в четверг.", "ru") ==
        List{"direct|Мы готовы|Иван Петров|Иван Петров|"});
  CHECK(quotes("„Wir sind bereit“, sagte Jana Brandt am Montag.", "de") ==
        List{"direct|Wir sind bereit|Jana Brandt|Jana Brandt|"});
}

TEST_CASE("quotes: a day between speaker and cue, with or without a preposition, is no part of the speaker") {
  CHECK(quotes("Officials Monday said the pier would be ready in time.") ==
        List{"indirect|the pier would be ready in time|Officials|Officials|"});
  CHECK(quotes("Minister Lou Marr on Tuesday told parliament that the state would pay.") ==
        List{"indirect|that the state would pay|Minister Lou Marr|Lou Marr|Minister"});
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

TEST_CASE("quotes: a cue behind the last paragraph of a quotation has all of it") {
  CHECK(quotes("“It rained,” Lou Orr said.\n\n“We came early.\n\n“We left late,” Dana Marr said.") ==
        List{"direct|It rained,|Lou Orr|Lou Orr|", "direct|We came early.\n\n“We left late,|Dana Marr|Dana Marr|"});
}

TEST_CASE("quotes: a quotation inside another is part of it") {
  CHECK(quotes("“My mother said, ‘Never cross it,’ and I listened,” Dana Marr said.").size() == 1);
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

TEST_CASE("quotes: an office whose title takes an ending is its holder") {
  CHECK(quotes("Kanal naziri Orxan Vəliyev kanala baxıb. Nazir bildirib ki, kanal hazırdır.", "az").back() ==
        "indirect|ki, kanal hazırdır|Nazir|Orxan Vəliyev|naziri");
}

TEST_CASE("quotes: what a report is said to have from others is before it, not the name behind it") {
  CHECK(
      quotes(
          "The harbour bridge of Lowbridge opened again, Example Wire reports referring to the Transport Ministry.") ==
      List{"indirect|The harbour bridge of Lowbridge opened again|Example Wire|Example Wire|"});
  CHECK(quotes("The harbour bridge of Lowbridge opened again, Example Wire reports citing the Transport Ministry.")
            .front() == "indirect|The harbour bridge of Lowbridge opened again|Example Wire|Example Wire|");
}

TEST_CASE("quotes: a sentence in marks whose stop stands behind them is speech") {
  CHECK(quotes("«Esperamos dos años», dijo Ana Ruiz. «Ya no vamos a esperar más».", "es").back() ==
        "direct|Ya no vamos a esperar más|Ana Ruiz|Ana Ruiz|");
}

TEST_CASE("quotes: a source that a name between commas explains has the name") {
  CHECK(quotes("Según el ministro, Pedro Salas, las obras costarán más de lo previsto.", "es") ==
        List{"indirect|las obras costarán más de lo previsto|el ministro, Pedro Salas|Pedro Salas|"});
}

TEST_CASE("quotes: a pronoun that tells no sex is the nearest person") {
  CHECK(quotes("Leyla Quliyeva kanala baxıb. “Kanal vaxtında açılacaq”, - o əlavə edib.", "az").back() ==
        "direct|Kanal vaxtında açılacaq|o|Leyla Quliyeva|");
}

TEST_CASE("quotes: each pair of marks that a language prints is read, and not part of the quotation") {
  const char* kPairs[][2] = {{"\u2018", "\u2019"}, {"\u201A", "\u2018"}, {"\u201E", "\u201C"}, {"\u201D", "\u201D"},
                             {"\u00AB", "\u00BB"}, {"\u00BB", "\u00AB"}, {"\u2039", "\u203A"}, {"\u203A", "\u2039"},
                             {"\u300C", "\u300D"}, {"\u300E", "\u300F"}, {"\"", "\""}};
  for (const auto& pair : kPairs) {
    const std::string text = std::string(pair[0]) + "We won the vote," + pair[1] + " said Dana Marr.";
    INFO(text);
    CHECK(quotes(text) == List{"direct|We won the vote,|Dana Marr|Dana Marr|"});
  }
}

TEST_CASE("quotes: titles of books and brackets are no quotations") {
  for (const char* text : {"\u300ARain ends\u300B said Dana Marr.", "\u3008Rain ends\u3009 said Dana Marr.",
                           "\u3010Rain ends\u3011 said Dana Marr.", "\uFF08Rain ends\uFF09 said Dana Marr."}) {
    INFO(text);
    for (const std::string& row : quotes(text)) {
      CHECK(row.find("direct") != 0);
    }
  }
}

TEST_CASE("quotes: typewriter marks, two of a kind on each side") {
  CHECK(quotes("``We won the vote,'' said Dana Marr.") == List{"direct|We won the vote,|Dana Marr|Dana Marr|"});
}

TEST_CASE("quotes: a pronoun is looked for among the twenty-four names before it") {
  const auto speaker = [](size_t women) {
    const char* kGiven[] = {"Ada",   "Bea",    "Clara", "Dora",  "Ella",   "Flora", "Greta", "Hanna", "Ida",
                            "Julia", "Karla",  "Lena",  "Maria", "Nora",   "Olga",  "Paula", "Rosa",  "Sara",
                            "Tina",  "Ursula", "Vera",  "Wanda", "Yvonne", "Zoe",   "Alma",  "Berta"};
    std::string text = "Mr Otto Carvel came.";
    for (size_t i = 0; i < women; ++i) {
      text += std::string(" Mrs ") + kGiven[i] + " Sorel came.";
    }
    return quotes(text + " “We won the vote,” he said.");
  };
  CHECK(speaker(3) == List{"direct|We won the vote,|he|Otto Carvel|Mr"});
  CHECK(speaker(23) == List{"direct|We won the vote,|he|Otto Carvel|Mr"});
  CHECK(speaker(24) == List{"direct|We won the vote,|he||"});
}

TEST_CASE("quotes: of two titles of a name that are equally long the first is shown, else the longer") {
  CHECK(quotes("Mayor Dana Marr spoke. Judge Dana Marr left. “We won the vote,” Marr said.") ==
        List{"direct|We won the vote,|Marr|Dana Marr|Mayor"});
  CHECK(quotes("Judge Dana Marr spoke. Senator Dana Marr left. “We won the vote,” Marr said.") ==
        List{"direct|We won the vote,|Marr|Dana Marr|Senator"});
}

TEST_CASE("quotes: a few words without a stop are speech where a comma or a colon introduces them") {
  const auto is_speech = [](const std::string& text) { return quotes(text).front().find("direct|") == 0; };
  CHECK(is_speech("Above the door hangs her motto: “We never stop” in gold."));
  CHECK(is_speech("Above the door hangs her motto, “We never stop” in gold."));
  CHECK_FALSE(is_speech("Above the door hangs a “We never stop” sign in gold."));
  CHECK_FALSE(is_speech("Above the door hangs her motto: “we never stop” in gold."));
  CHECK_FALSE(is_speech("Above the door hangs her motto: “Ever On” in gold."));
}

TEST_CASE("quotes: an office stands for who has it, with the ending that it takes in a title, and for nobody else") {
  CHECK(quotes("Müdafiə naziri Rəşad Əliyev gəldi. Prezident Elçin Məmmədov danışdı. “Biz bu gün hazırıq”, nazir dedi.",
               "az") == List{"direct|Biz bu gün hazırıq|nazir|Rəşad Əliyev|naziri"});
}

TEST_CASE("quotes: a small word that marks the speaker is no part of it") {
  CHECK(quotes("“Handa na ang lahat,” sabi ni Gobernador Ramon Dizon.", "fil") ==
        List{"direct|Handa na ang lahat,|Gobernador Ramon Dizon|Ramon Dizon|Gobernador"});
}

TEST_CASE("quotes: a relative pronoun is whom it stands for") {
  CHECK(quotes("The council heard Ana Ruiz, who said: “We are ready for the winter.”") ==
        List{"direct|We are ready for the winter.|who|Ana Ruiz|"});
  CHECK(quotes("On Sunday I met the mayor, who told me: “We have the money.”") ==
        List{"direct|We have the money.|who||"});
}

TEST_CASE("quotes: a dateline is no part of the speaker behind its dash") {
  CHECK(quotes("SEAPORT, Ore., June 3, 2023 -- Northwind Ferries announced: “We sail at night.”") ==
        List{"direct|We sail at night.|Northwind Ferries|Northwind Ferries|"});
}
