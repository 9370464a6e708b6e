#include "core/archive/lexis_labels.h"

#include <algorithm>

namespace article {

namespace {

struct LabelName {
  std::string_view name;
  LexisLabel label;
};

// Compared without regard to the case of ASCII letters; the others are given in both cases.
constexpr LabelName kNames[] = {
    {"HEADLINE", LexisLabel::kHeadline},
    {"TITLE", LexisLabel::kHeadline},
    {"TITRE", LexisLabel::kHeadline},
    {"TITEL", LexisLabel::kHeadline},
    {"TITULAR", LexisLabel::kHeadline},
    {"TITULO", LexisLabel::kHeadline},
    {"T\u00CDTULO", LexisLabel::kHeadline},
    {"\u00DCBERSCHRIFT", LexisLabel::kHeadline},
    {"\u00FCberschrift", LexisLabel::kHeadline},
    {"SCHLAGZEILE", LexisLabel::kHeadline},
    {"KOP", LexisLabel::kHeadline},
    {"BYLINE", LexisLabel::kByline},
    {"AUTHOR", LexisLabel::kByline},
    {"AUTOR", LexisLabel::kByline},
    {"AUTEUR", LexisLabel::kByline},
    {"AUTORE", LexisLabel::kByline},
    {"VERFASSER", LexisLabel::kByline},
    {"SIGNATURE", LexisLabel::kByline},
    {"SECTION", LexisLabel::kSection},
    {"RUBRIK", LexisLabel::kSection},
    {"RUBRIQUE", LexisLabel::kSection},
    {"RESSORT", LexisLabel::kSection},
    {"SECCI\u00D3N", LexisLabel::kSection},
    {"Secci\u00F3n", LexisLabel::kSection},
    {"SEZIONE", LexisLabel::kSection},
    {"SECTIE", LexisLabel::kSection},
    {"LENGTH", LexisLabel::kLength},
    {"L\u00C4NGE", LexisLabel::kLength},
    {"L\u00E4nge", LexisLabel::kLength},
    {"LONGUEUR", LexisLabel::kLength},
    {"LONGITUD", LexisLabel::kLength},
    {"LUNGHEZZA", LexisLabel::kLength},
    {"LENGTE", LexisLabel::kLength},
    {"DATELINE", LexisLabel::kDateline},
    {"ORTSMARKE", LexisLabel::kDateline},
    {"ORTSZEILE", LexisLabel::kDateline},
    {"LIEU", LexisLabel::kDateline},
    {"HIGHLIGHT", LexisLabel::kHighlight},
    {"HIGHLIGHTS", LexisLabel::kHighlight},
    {"ABSTRACT", LexisLabel::kHighlight},
    {"BODY", LexisLabel::kBody},
    {"TEXT", LexisLabel::kBody},
    {"VOLLTEXT", LexisLabel::kBody},
    {"VOLLEDIGE TEKST", LexisLabel::kBody},
    {"CORPS", LexisLabel::kBody},
    {"TEXTE", LexisLabel::kBody},
    {"TEXTE INT\u00C9GRAL", LexisLabel::kBody},
    {"SOURCE", LexisLabel::kSource},
    {"QUELLE", LexisLabel::kSource},
    {"DATE", LexisLabel::kDate},
    {"DATUM", LexisLabel::kDate},
    {"SERIES", LexisLabel::kHead},
    {"COLUMN", LexisLabel::kHead},
    {"ISSUE", LexisLabel::kHead},
    {"EDITION", LexisLabel::kHead},
    {"AUSGABE", LexisLabel::kHead},
    {"\u00C9DITION", LexisLabel::kHead},
    {"BIO", LexisLabel::kHead},
    {"NAME", LexisLabel::kHead},
    {"URL", LexisLabel::kHead},
    {"COPYRIGHT", LexisLabel::kCopyright},
    {"DROITS D'AUTEUR", LexisLabel::kCopyright},
    {"GRAPHIC", LexisLabel::kGraphic},
    {"GRAFIK", LexisLabel::kGraphic},
    {"GRAPHIQUE", LexisLabel::kGraphic},
    {"ILLUSTRATION", LexisLabel::kGraphic},
    {"ILLUSTRATIONS", LexisLabel::kGraphic},
    {"PHOTO", LexisLabel::kGraphic},
    {"FOTO", LexisLabel::kGraphic},
    {"BILD", LexisLabel::kGraphic},
    {"LANGUAGE", LexisLabel::kLanguage},
    {"SPRACHE", LexisLabel::kLanguage},
    {"LANGUE", LexisLabel::kLanguage},
    {"LENGUAJE", LexisLabel::kLanguage},
    {"IDIOMA", LexisLabel::kLanguage},
    {"LINGUA", LexisLabel::kLanguage},
    {"TAAL", LexisLabel::kLanguage},
    {"LOAD-DATE", LexisLabel::kLoadDate},
    {"LOAD DATE", LexisLabel::kLoadDate},
    {"UPDATE", LexisLabel::kLoadDate},
    {"DATE-CHARGEMENT", LexisLabel::kLoadDate},
    {"DATE DE CHARGEMENT", LexisLabel::kLoadDate},
    {"LADEDATUM", LexisLabel::kLoadDate},
    {"FECHA-CARGA", LexisLabel::kLoadDate},
    {"SUBJECT", LexisLabel::kSubject},
    {"THEMA", LexisLabel::kSubject},
    {"THEMEN", LexisLabel::kSubject},
    {"SUJET", LexisLabel::kSubject},
    {"SUJETS", LexisLabel::kSubject},
    {"PUBLICATION-TYPE", LexisLabel::kTail},
    {"PUBLICATION TYPE", LexisLabel::kTail},
    {"PUB-TYPE", LexisLabel::kTail},
    {"PUBLIKATIONSART", LexisLabel::kTail},
    {"PUBLIKATIONSTYP", LexisLabel::kTail},
    {"ZEITUNGS-CODE", LexisLabel::kTail},
    {"TYPE-PUBLICATION", LexisLabel::kTail},
    {"TYPE DE PUBLICATION", LexisLabel::kTail},
    {"TIPO-PUBLICACI\u00D3N", LexisLabel::kTail},
    {"JOURNAL-CODE", LexisLabel::kTail},
    {"JOURNAL CODE", LexisLabel::kTail},
    {"CODE-REVUE", LexisLabel::kTail},
    {"ZEITSCHRIFTEN-CODE", LexisLabel::kTail},
    {"GEOGRAPHIC", LexisLabel::kTail},
    {"GEOGRAPHIE", LexisLabel::kTail},
    {"G\u00C9OGRAPHIE", LexisLabel::kTail},
    {"COUNTRY", LexisLabel::kTail},
    {"LAND", LexisLabel::kTail},
    {"PAYS", LexisLabel::kTail},
    {"STATE", LexisLabel::kTail},
    {"CITY", LexisLabel::kTail},
    {"ORGANIZATION", LexisLabel::kTail},
    {"ORGANISATION", LexisLabel::kTail},
    {"PERSON", LexisLabel::kTail},
    {"PERSONNE", LexisLabel::kTail},
    {"COMPANY", LexisLabel::kTail},
    {"UNTERNEHMEN", LexisLabel::kTail},
    {"ENTREPRISE", LexisLabel::kTail},
    {"TICKER", LexisLabel::kTail},
    {"INDUSTRY", LexisLabel::kTail},
    {"BRANCHE", LexisLabel::kTail},
    {"INDUSTRIE", LexisLabel::kTail},
    {"DOCUMENT-TYPE", LexisLabel::kTail},
    {"DOC-TYPE", LexisLabel::kTail},
    {"ACC-NO", LexisLabel::kTail},
    {"DISTRIBUTION", LexisLabel::kTail},
    {"CORRECTION", LexisLabel::kCorrection},
    {"CORRECTION-DATE", LexisLabel::kTail},
    {"NOTES", LexisLabel::kTail},
    {"TYPE", LexisLabel::kTail},
    {"CATEGORY", LexisLabel::kTail},
    {"DESCRIPTORS", LexisLabel::kTail},
    {"ENHANCEMENT", LexisLabel::kTail},
    {"PMID", LexisLabel::kTail},
    {"ISSN", LexisLabel::kTail},
    {"SHOW", LexisLabel::kHead},
    {"ANCHOR", LexisLabel::kHead},
    {"ANCHORS", LexisLabel::kHead},
    {"HOST", LexisLabel::kHead},
    {"HOSTS", LexisLabel::kHead},
    {"REPORTER", LexisLabel::kHead},
    {"REPORTERS", LexisLabel::kHead},
    {"CORRESPONDENT", LexisLabel::kHead},
    {"CORRESPONDENTS", LexisLabel::kHead},
    {"GUEST", LexisLabel::kHead},
    {"GUESTS", LexisLabel::kHead},
    {"CONTENT", LexisLabel::kHead},
    {"PROGRAM", LexisLabel::kHead},
    {"PAGE", LexisLabel::kHead},
    {"INTERVIEWER", LexisLabel::kHead},
    {"PRODUCER", LexisLabel::kHead},
    {"PRODUCERS", LexisLabel::kHead},
    {"VOLUME", LexisLabel::kHead},
    {"INTERNET", LexisLabel::kHead},
    {"PUBLICATION", LexisLabel::kHead},
    {"COLUMNA", LexisLabel::kHead},
    {"COLONNE", LexisLabel::kHead},
    {"KOLUMNE", LexisLabel::kHead},
    {"SERIE", LexisLabel::kHead},
    {"S\u00C9RIE", LexisLabel::kHead},
    {"BLZ", LexisLabel::kHead},
    {"EDITIE", LexisLabel::kHead},
    {"EDIZIONE", LexisLabel::kHead},
    {"EDICI\u00D3N", LexisLabel::kHead},
    {"TITOLO", LexisLabel::kHeadline},
    {"AUTORI", LexisLabel::kByline},
    {"AUTORES", LexisLabel::kByline},
    {"AUTEURS", LexisLabel::kByline},
    {"AUTOREN", LexisLabel::kByline},
    {"BYLINES", LexisLabel::kByline},
    {"SECCION", LexisLabel::kSection},
    {"SE\u00C7\u00C3O", LexisLabel::kSection},
    {"COMPRIMENTO", LexisLabel::kLength},
    {"L\u00C4NGD", LexisLabel::kLength},
    {"TEKST", LexisLabel::kBody},
    {"CUERPO", LexisLabel::kBody},
    {"TESTO", LexisLabel::kBody},
    {"TEXTO", LexisLabel::kBody},
    {"BRON", LexisLabel::kSource},
    {"FUENTE", LexisLabel::kSource},
    {"FONTE", LexisLabel::kSource},
    {"LENGUA", LexisLabel::kLanguage},
    {"L\u00CDNGUA", LexisLabel::kLanguage},
    {"DATA-CARICAMENTO", LexisLabel::kLoadDate},
    {"DATUM-LADEN", LexisLabel::kLoadDate},
    {"FECHA DE CARGA", LexisLabel::kLoadDate},
    {"LAADDATUM", LexisLabel::kLoadDate},
    {"TEMA", LexisLabel::kSubject},
    {"SOGGETTO", LexisLabel::kSubject},
    {"ONDERWERP", LexisLabel::kSubject},
    {"TIPO-PUBLICACION", LexisLabel::kTail},
    {"TIPO-PUBBLICAZIONE", LexisLabel::kTail},
    {"TIPO DE PUBLICACI\u00D3N", LexisLabel::kTail},
    {"PUBLICATIE-TYPE", LexisLabel::kTail},
    {"PUB-SUBJECT", LexisLabel::kTail},
    {"PUB-COUNTRY", LexisLabel::kTail},
    {"TRANSCRIPT", LexisLabel::kTail},
    {"DOCUMENT TYPE", LexisLabel::kTail},
    {"DATELINES", LexisLabel::kTail},
    {"SIC", LexisLabel::kTail},
    {"NAICS", LexisLabel::kTail},
    {"CRITIQUE", LexisLabel::kTail},
    {"PRODUCT", LexisLabel::kTail},
    {"KEYWORDS", LexisLabel::kTail},
    {"TERMS", LexisLabel::kTail},
    {"MULTIMEDIA", LexisLabel::kTail},
    {"STREAM-DATE", LexisLabel::kTail},
};

// Where the label is also a word of bodies ("Photo: A. Writer"), only capitals count in front of the colon.
bool is_shouted(std::string_view label) noexcept {
  for (const char byte : label) {
    if (byte >= 'a' && byte <= 'z') {
      return false;
    }
  }
  return true;
}

// "Photo: ..." and "Update: ..." are also the beginnings of paragraphs.
bool is_common_word(LexisLabel label) noexcept {
  return label == LexisLabel::kTail || label == LexisLabel::kCorrection || label == LexisLabel::kGraphic ||
         label == LexisLabel::kHead || label == LexisLabel::kSource || label == LexisLabel::kDate ||
         label == LexisLabel::kBody;
}

bool nexis_style(std::string_view label, LexisLabel kind) noexcept {
  // Labels that Nexis Uni writes in small letters.
  if (!is_common_word(kind)) {
    return true;
  }
  for (const std::string_view name : {"Publication-Type", "Journal Code",  "Geographic",
                                      "Industry",         "Organization",  "Company",
                                      "Person",           "Ticker",        "City",
                                      "Country",          "State",         "Series",
                                      "Graphic",          "Acc-No",        "Distribution",
                                      "Correction-Date",  "Column",        "Bio",
                                      "Publikationsart",  "Zeitungs-Code", "Type de publication",
                                      "Branche",          "Unternehmen",   "Grafik",
                                      "Correction"}) {
    if (label == name) {
      return true;
    }
  }
  return false;
}

Field field_of(LexisLabel label) noexcept {
  switch (label) {
    case LexisLabel::kHeadline:
      return Field::kHeadline;
    case LexisLabel::kByline:
      return Field::kByline;
    case LexisLabel::kSection:
      return Field::kArticleSection;
    case LexisLabel::kDateline:
      return Field::kDateline;
    case LexisLabel::kHighlight:
      return Field::kAlternativeHeadline;
    case LexisLabel::kCopyright:
      return Field::kCopyrightNotice;
    case LexisLabel::kLanguage:
      return Field::kInLanguage;
    case LexisLabel::kSubject:
      return Field::kKeywords;
    case LexisLabel::kSource:
      return Field::kAgency;
    case LexisLabel::kDate:
      return Field::kDatePublishedText;
    default:
      return Field::kConfidence;  // shown nowhere
  }
}

Role role_of(LexisLabel label) noexcept {
  switch (label) {
    case LexisLabel::kHeadline:
      return Role::kHeadline;
    case LexisLabel::kByline:
      return Role::kByline;
    case LexisLabel::kDateline:
      return Role::kDateline;
    case LexisLabel::kHighlight:
      return Role::kSubhead;
    case LexisLabel::kCopyright:
      return Role::kCopyright;
    case LexisLabel::kSubject:
      return Role::kKeywords;
    case LexisLabel::kGraphic:
      return Role::kCaption;
    case LexisLabel::kDate:
      return Role::kTimestamp;
    default:
      return Role::kMetadata;
  }
}

}  // namespace

LexisLabel find_lexis_label(std::string_view line, std::string_view* value) noexcept {
  std::string_view label;
  if (line.size() > 6 && !contains(line.substr(0, 60), ":")) {
    return LexisLabel::kNone;
  }
  if (!split_label(line, &label, value)) {
    return LexisLabel::kNone;
  }
  for (const LabelName& known : kNames) {
    if (equal_nocase(label, known.name)) {
      return is_shouted(label) || nexis_style(label, known.label) ? known.label : LexisLabel::kNone;
    }
  }
  return LexisLabel::kNone;
}

bool is_tail(LexisLabel label) noexcept {
  return label >= LexisLabel::kCopyright || label == LexisLabel::kHighlight || label == LexisLabel::kHead ||
         label == LexisLabel::kSection || label == LexisLabel::kLength || label == LexisLabel::kByline;
}

bool is_tail_only(LexisLabel label) noexcept {
  return label == LexisLabel::kLoadDate;
}

bool is_strict_tail(LexisLabel label) noexcept {
  return label == LexisLabel::kLanguage || label == LexisLabel::kLoadDate || label == LexisLabel::kSubject ||
         label == LexisLabel::kTail;
}

bool is_long_value(LexisLabel label) noexcept {
  return label == LexisLabel::kGraphic || label == LexisLabel::kCorrection || label == LexisLabel::kHighlight;
}

bool is_shouted_label(std::string_view line) noexcept {
  constexpr size_t kShortest = 3;
  const auto shouted = [](char byte) { return is_upper(byte) || byte == '-' || byte == ' '; };
  std::string_view label;
  std::string_view value;
  line = visible(line);
  // Most lines go on in small letters.
  if (line.size() < kShortest || !shouted(line[0]) || !shouted(line[1])) {
    return false;
  }
  return split_label(line, &label, &value) && label.size() >= kShortest &&
         std::all_of(label.begin(), label.end(), shouted);
}

size_t add_lexis_label(ArticleReader& reader, LexisLabel label, size_t i, std::string_view value, bool one_line) {
  std::string_view label_again;
  size_t end = i + 1;
  while (!one_line && end < reader.end() && !reader.blank(end) &&
         find_lexis_label(reader.raw(end), &label_again) == LexisLabel::kNone) {
    ++end;
  }
  const size_t below = reader.next_visible(end);
  if (value.empty() && end == i + 1 && is_long_value(label) && below < reader.end() &&
      find_lexis_label(reader.raw(below), &label_again) == LexisLabel::kNone) {
    i = below - 1;  // "HIGHLIGHT:" above its text
    end = reader.block_end(below);
  }
  const Field field = field_of(label);
  const std::string_view span =
      end == i + 1 || value.empty()
          ? (value.empty() && end > i + 1 ? reader.join(reader.line(i + 1), reader.line(end - 1)) : value)
          : reader.join(value, reader.line(end - 1));
  if (field != Field::kConfidence && !reader.has(field)) {
    reader.add(field, span);
  }
  reader.roles(i, end, role_of(label));
  return end;
}

}  // namespace article
