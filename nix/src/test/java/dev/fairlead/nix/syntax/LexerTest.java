package dev.fairlead.nix.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    /** Each token as {@code KIND:text}. */
    private static String tokens(String text) {
        Lexer lexer = new Lexer(Syntax.source(text), true);
        StringJoiner tokens = new StringJoiner(" ");
        for (; lexer.token() != Token.END; lexer.next()) {
            tokens.add(lexer.token() + ":" + lexer.text().substring(lexer.start(), lexer.end()));
        }
        return tokens.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a                | IDENTIFIER:a
            _a'-9            | IDENTIFIER:_a'-9
            a'b              | IDENTIFIER:a'b
            -a               | MINUS:- IDENTIFIER:a
            if               | IF:if
            iff              | IDENTIFIER:iff
            inherit rec let  | INHERIT:inherit REC:rec LET:let
            or or'           | OR_WORD:or IDENTIFIER:or'
            a.b              | IDENTIFIER:a DOT:. IDENTIFIER:b
            """)
    void wordsAreIdentifiersOrKeywords(String text, String expected) {
        assertThat(tokens(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            007     | INTEGER:007
            1.      | FLOAT:1.
            1.5     | FLOAT:1.5
            .5      | FLOAT:.5
            0.5     | FLOAT:0.5
            01.5    | INTEGER:01 FLOAT:.5
            00.5    | INTEGER:00 FLOAT:.5
            0.      | INTEGER:0 DOT:.
            1e3     | INTEGER:1 IDENTIFIER:e3
            1.e3    | FLOAT:1.e3
            1.5E-3  | FLOAT:1.5E-3
            .5e+3   | FLOAT:.5e+3
            1.5e    | FLOAT:1.5 IDENTIFIER:e
            1.5e+   | FLOAT:1.5 IDENTIFIER:e PLUS:+
            1.5.5   | FLOAT:1.5 FLOAT:.5
            1a      | INTEGER:1 IDENTIFIER:a
            """)
    void numbersAreIntegersUnlessTheyHaveADot(String text, String expected) {
        assertThat(tokens(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a/b            | PATH:a/b
            a / b          | IDENTIFIER:a DIVIDE:/ IDENTIFIER:b
            a /b           | IDENTIFIER:a PATH:/b
            a/ b           | IDENTIFIER:a DIVIDE:/ IDENTIFIER:b
            ./a-b_c+d.e/f  | PATH:./a-b_c+d.e/f
            ../..          | PATH:../..
            .../a          | PATH:.../a
            1/2            | PATH:1/2
            1.5/2          | PATH:1.5/2
            -a/b           | PATH:-a/b
            ++/a           | PATH:++/a
            a.b/c          | PATH:a.b/c
            a'/b           | IDENTIFIER:a' PATH:/b
            /              | DIVIDE:/
            //a            | UPDATE:// IDENTIFIER:a
            /a/            | PATH:/a/
            a//b           | IDENTIFIER:a UPDATE:// IDENTIFIER:b
            ./${           | PATH:./ DOLLAR_BRACE:${
            a/${           | PATH:a/ DOLLAR_BRACE:${
            a/$            | IDENTIFIER:a DIVIDE:/ INVALID:$
            ~/a            | HOME_PATH:~/a
            ~/${           | HOME_PATH:~/ DOLLAR_BRACE:${
            ~a             | INVALID:~ IDENTIFIER:a
            <a>            | SEARCH_PATH:<a>
            <a/b.c>        | SEARCH_PATH:<a/b.c>
            a<b>c          | IDENTIFIER:a SEARCH_PATH:<b> IDENTIFIER:c
            <a/>           | LESS:< IDENTIFIER:a DIVIDE:/ GREATER:>
            <a >           | LESS:< IDENTIFIER:a GREATER:>
            <=a>           | LESS_EQUAL:<= IDENTIFIER:a GREATER:>
            """)
    void aSlashBetweenPathCharactersMakesAPath(String text, String expected) {
        assertThat(tokens(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x:x                 | URI:x:x
            x: x                | IDENTIFIER:x COLON:: IDENTIFIER:x
            x::                 | URI:x::
            x:(x)               | IDENTIFIER:x COLON:: PAREN_OPEN:( IDENTIFIER:x PAREN_CLOSE:)
            git+ssh://a.b/c?d=e | URI:git+ssh://a.b/c?d=e
            a_b:c               | IDENTIFIER:a_b COLON:: IDENTIFIER:c
            a'b:c               | IDENTIFIER:a'b COLON:: IDENTIFIER:c
            a.b:c               | URI:a.b:c
            1a:c                | INTEGER:1 URI:a:c
            if:x                | URI:if:x
            """)
    void aColonBetweenUriCharactersMakesAUri(String text, String expected) {
        assertThat(tokens(text)).isEqualTo(expected);
    }

    @Test
    void punctuationIsTheLongestThatFits() {
        assertThat(tokens("== != <= >= < >"))
                .isEqualTo("EQUAL:== NOT_EQUAL:!= LESS_EQUAL:<= GREATER_EQUAL:>= LESS:< GREATER:>");
        assertThat(tokens("&& || -> ! =")).isEqualTo("AND:&& OR:|| IMPLIES:-> NOT:! ASSIGN:=");
        assertThat(tokens("+ ++ - * / //")).isEqualTo("PLUS:+ CONCAT:++ MINUS:- TIMES:* DIVIDE:/ UPDATE://");
        assertThat(tokens("<| |>")).isEqualTo("PIPE_FROM:<| PIPE_INTO:|>");
        assertThat(tokens("? : @ ; . ... ,"))
                .isEqualTo("QUESTION:? COLON:: AT:@ SEMICOLON:; DOT:. ELLIPSIS:... COMMA:,");
        assertThat(tokens("(){}")).isEqualTo("PAREN_OPEN:( PAREN_CLOSE:) BRACE_OPEN:{ BRACE_CLOSE:}");
        assertThat(tokens("[]${\"")).isEqualTo("BRACKET_OPEN:[ BRACKET_CLOSE:] DOLLAR_BRACE:${ QUOTE:\"");
        assertThat(tokens("a-b - --")).isEqualTo("IDENTIFIER:a-b MINUS:- MINUS:- MINUS:-");
        assertThat(tokens("& | ' $ %")).isEqualTo("INVALID:& INVALID:| INVALID:' INVALID:$ INVALID:%");
    }

    @Test
    void commentsAndBlanksStandBetweenTokens() {
        assertThat(tokens("a#b\nc/*d*/e\t\r\nf/**/g/***/h"))
                .isEqualTo("IDENTIFIER:a IDENTIFIER:c IDENTIFIER:e IDENTIFIER:f IDENTIFIER:g IDENTIFIER:h");
        assertThat(tokens("# a\rb # c")).isEqualTo("IDENTIFIER:b");
        assertThat(tokens("a /* * / ** /*/ b")).isEqualTo("IDENTIFIER:a IDENTIFIER:b");
    }

    @Test
    void anIndentedStringBeginsAfterBlanksAndALineBreak() {
        assertThat(tokens("''  \n")).isEqualTo("INDENTED_OPEN:''  \n");
        assertThat(tokens("''  a")).isEqualTo("INDENTED_OPEN:'' IDENTIFIER:a");
    }

    @Test
    void aLongChainOfNamesIsReadOnce() {
        int count = 200_000;
        Lexer lexer = new Lexer(Syntax.source("a.".repeat(count) + "a"), false);
        int tokens = 0;
        for (; lexer.token() != Token.END; lexer.next()) {
            tokens++;
        }
        assertThat(tokens).isEqualTo(2 * count + 1);
    }
}
