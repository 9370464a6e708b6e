#include "core/prose/sentences.h"

#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>
#include <vector>

#include "core/text/lines.h"

namespace {

using namespace article;

std::vector<std::string> sentences(std::string_view text, std::string_view tag = "en") {
  auto* memory = std::pmr::new_delete_resource();
  const auto lines = split_lines(text, Interrupt{}, memory);
  const auto blocks = text_blocks(text, lines, memory);
  std::vector<std::string> out;
  uint32_t last = 0;
  for (const Sentence& s : find_sentences(text, blocks, language_of_tag(tag), Interrupt{}, memory)) {
    REQUIRE(s.begin >= last);
    REQUIRE(s.end > s.begin);
    REQUIRE(s.end <= text.size());
    for (uint32_t i = last; i < s.begin; ++i) {  // only blanks lie between sentences
      REQUIRE(std::string_view(" \t\r\n").find(text[i]) != std::string_view::npos);
    }
    last = s.end;
    out.emplace_back(text.substr(s.begin, s.end - s.begin));
  }
  return out;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences: titles and initials before a name do not end one") {
  CHECK(sentences("Mr. Adu met Gov. Lena Q. Marr. She smiled.") ==
        List{"Mr. Adu met Gov. Lena Q. Marr.", "She smiled."});
  CHECK(sentences("Herr Dr. med. Brandt kam. Er blieb.", "de") == List{"Herr Dr. med. Brandt kam.", "Er blieb."});
  CHECK(sentences("В 1990 г. Павел С. Ромин уехал. Он пел.", "ru") ==
        List{"В 1990 г. Павел С. Ромин уехал.", "Он пел."});
}

TEST_CASE("sentences: an abbreviation that may end one ends it before a word that opens sentences") {
  CHECK(sentences("She works for Adu Corp. He does not.") == List{"She works for Adu Corp.", "He does not."});
  CHECK(sentences("She works for Adu Corp. Canada now.") == List{"She works for Adu Corp. Canada now."});
  CHECK(sentences("I live in the U.S. How about you?") == List{"I live in the U.S.", "How about you?"});
  CHECK(sentences("The U.S. Mint opened.") == List{"The U.S. Mint opened."});
}

TEST_CASE("sentences: numbers, addresses and ordinals hold their dots") {
  CHECK(sentences("It cost 3.50 euros. See www.example.org/a.b now.") ==
        List{"It cost 3.50 euros.", "See www.example.org/a.b now."});
  CHECK(sentences("Am 3. Oktober kam er. Sie ging.", "de") == List{"Am 3. Oktober kam er.", "Sie ging."});
  CHECK(sentences("It rose to 5. Then it fell.") == List{"It rose to 5.", "Then it fell."});
}

TEST_CASE("sentences: a time of day ends one unless a day or zone follows or it has hardly begun") {
  CHECK(sentences("The hall opened at 5 p.m. Visitors came.") == List{"The hall opened at 5 p.m.", "Visitors came."});
  CHECK(sentences("The hall opened at 5 p.m. Friday for all.") == List{"The hall opened at 5 p.m. Friday for all."});
  CHECK(sentences("At 5 p.m. Visitors came.") == List{"At 5 p.m. Visitors came."});
}

TEST_CASE("sentences: stops inside quotes and brackets do not end the one around them") {
  CHECK(sentences("\"We won. It was late,\" Adu said. Then he left.") ==
        List{"\"We won. It was late,\" Adu said.", "Then he left."});
  CHECK(sentences("He paid (She saw it.) and left.") == List{"He paid (She saw it.) and left."});
  CHECK(sentences("She said, “We won.” They left.") == List{"She said, “We won.”", "They left."});
  CHECK(sentences("„Wir kommen. Bald“, sagte sie. Gut.", "de") == List{"„Wir kommen. Bald“, sagte sie.", "Gut."});
  CHECK(sentences("他说：“我们赢了。”第二天他走了。", "zh") == List{"他说：“我们赢了。”", "第二天他走了。"});
}

TEST_CASE("sentences: a quote that is never closed does not hold the stops after it") {
  CHECK(sentences("“We won. It was late. We left.") == List{"“We won.", "It was late.", "We left."});
}

TEST_CASE("sentences: a question in quotes goes on with its speaker") {
  CHECK(sentences("\"Is it open?\" Mara Adu asked. Nobody knew.") ==
        List{"\"Is it open?\" Mara Adu asked.", "Nobody knew."});
}

TEST_CASE("sentences: items of a list in one line are sentences") {
  CHECK(sentences("1. Bread 2. Salt 3. Milk") == List{"1. Bread", "2. Salt", "3. Milk"});
  CHECK(sentences("a) bread b) salt") == List{"a) bread", "b) salt"});
  CHECK(sentences("Pay for 1. above and 2. below.") == List{"Pay for 1. above and 2. below."});
}

TEST_CASE("sentences: stops of other scripts end them") {
  CHECK(sentences("これは本です。それは？", "ja") == List{"これは本です。", "それは？"});
  CHECK(sentences("यह घर है। वह दूर है।", "hi") == List{"यह घर है।", "वह दूर है।"});
  CHECK(sentences("Լույս է: Գնացինք:", "hy") == List{"Լույս է:", "Գնացինք:"});
  CHECK(sentences("Πού είναι; Εδώ.", "el") == List{"Πού είναι;", "Εδώ."});
  CHECK(sentences("ሰላም ነው፧ደህና።", "am") == List{"ሰላም ነው፧", "ደህና።"});
}

TEST_CASE("sentences: a line end is soft where one goes on, hard between items") {
  CHECK(sentences("It was a cold \nnight.") == List{"It was a cold \nnight."});
  CHECK(sentences("bread\nsalt and oil\nmilk") == List{"bread", "salt and oil", "milk"});
  CHECK(sentences("The rain fell\non the town.") == List{"The rain fell\non the town."});
}

TEST_CASE("sentences: any bytes are sentences or blanks") {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) {
    bytes += static_cast<char>((i * 7919 + i / 13) & 0xFF);
  }
  const auto lines = split_lines(bytes, Interrupt{}, std::pmr::new_delete_resource());
  const auto blocks = text_blocks(bytes, lines, std::pmr::new_delete_resource());
  uint32_t last = 0;
  for (const Sentence& s : find_sentences(bytes, blocks, kNoLanguage, Interrupt{}, std::pmr::new_delete_resource())) {
    CHECK(s.begin >= last);
    CHECK(s.end > s.begin);
    CHECK(s.end <= bytes.size());
    last = s.end;
  }
}

TEST_CASE("sentences: an item of a list in one line is a sentence, whatever its bullet") {
  for (const char* bullet : {"", "\u2022 ", "\u2043 ", "\u25CF "}) {
    const std::string b = bullet;
    CHECK(sentences(b + "1. Open the gate. " + b + "2. Read the sign.") ==
          List{b + "1. Open the gate.", b + "2. Read the sign."});
  }
}

TEST_CASE("sentences: a stop before a closing mark, a comma or a small letter ends none") {
  CHECK(sentences("The firm (Adu Corp.) grew. It rained.") == List{"The firm (Adu Corp.) grew.", "It rained."});
  CHECK(sentences("Adu Corp., Brenta Inc.; and others grew.") == List{"Adu Corp., Brenta Inc.; and others grew."});
  CHECK(sentences("They sell apples, pears, etc. in the hall.") == List{"They sell apples, pears, etc. in the hall."});
}

TEST_CASE("sentences: a footnote belongs to the sentence before it") {
  CHECK(sentences("It rained.[1] It stopped.") == List{"It rained.[1]", "It stopped."});
  CHECK(sentences("It rained.[1][23] It stopped.") == List{"It rained.[1][23]", "It stopped."});
}

TEST_CASE("sentences: every script has its own full stop") {
  CHECK(sentences("\u0647\u0637\u0644 \u0627\u0644\u0645\u0637\u0631. \u0647\u0644 \u062A\u0648\u0642\u0641\u061F "
                  "\u0646\u0639\u0645.",
                  "ar")
            .size() == 3);
  CHECK(sentences("\u092C\u093E\u0930\u093F\u0936 \u0939\u0941\u0908\u0964 \u0927\u0942\u092A "
                  "\u0928\u093F\u0915\u0932\u0940\u0964",
                  "hi")
            .size() == 2);
  CHECK(sentences("\u4E0B\u96E8\u4E86\u3002\u505C\u4E86\uFF01\u771F\u7684\uFF1F", "zh").size() == 3);
  CHECK(sentences("\u0531\u0576\u0571\u0580\u0587 \u0565\u056F\u0561\u057E\u0589 \u0531\u0580\u0587 "
                  "\u0565\u056C\u0561\u057E\u0589",
                  "hy")
            .size() == 2);
}

TEST_CASE("sentences: a line that begins with an opening bracket or a stop goes on with the line before") {
  for (const char* begin : {"(it was closed)", ". It was closed", ", it was closed", "; it was closed"}) {
    const std::string text = std::string("The Ferry Line Opens in May \n") + begin;
    INFO(text);
    CHECK(sentences(text).front().find('\n') != std::string::npos);
  }
  CHECK(sentences("The Ferry Line Opens in May \nIt Was Closed").size() == 2);
  CHECK(sentences("The ferry line opens in May\n.").size() == 1);
}

TEST_CASE("sentences: a blank may be missing behind a stop, where a word that opens sentences follows") {
  CHECK(sentences("It rained.Then it stopped.") == List{"It rained.", "Then it stopped."});
  CHECK(sentences("It rained in 2019.Then it stopped.") == List{"It rained in 2019.", "Then it stopped."});
  CHECK(sentences("Write to ada@rain.Then or not.").size() == 1);
  CHECK(sentences("It is Rain.TV now.").size() == 1);
  CHECK(sentences("Open the file Rain.Then/a now.").size() == 1);
}

TEST_CASE("sentences: three points with blanks between are left out words, a fourth ends the sentence") {
  CHECK(sentences("He waited . . . then it rained.") == List{"He waited . . . then it rained."});
  CHECK(sentences("He waited . . . . Then it rained.") == List{"He waited . . . .", "Then it rained."});
}
