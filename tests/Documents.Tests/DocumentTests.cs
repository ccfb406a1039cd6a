using CoinRig.Tests;
using CsCheck;

namespace CoinRig.Documents.Tests;

[TestClass]
public sealed class DocumentTests
{
    static Document Parse(string text) => Document.Parse(text, "file.yaml");

    static Mistake Refused(string text) => Assert.ThrowsExactly<DocumentException>(() => Parse(text)).Mistakes.Single();

    [TestMethod]
    public void Node_Position_IsLineAndColumnFromOne()
    {
        var steps = Parse("name: x\nsteps:\n  - one\n  - {a: two}\n").Root.AsMapping("a file")!.Required("steps")!;
        Assert.AreEqual((3, 5), (steps.Items[0].Line, steps.Items[0].Column));
        var two = steps.Items[1].AsMapping("a step")!.Required("a")!;
        Assert.AreEqual((4, 9), (two.Line, two.Column));
    }

    [TestMethod]
    [DataRow("a: 1\na: 2", 2, 1)]
    [DataRow("a: [1, 2", 2, 1)]
    [DataRow("a: \"b", 1, 4)]
    public void Document_NotYaml_SaysWhere(string text, int line, int column)
    {
        var mistake = Refused(text);
        StringAssert.Contains(mistake.Found, "not YAML");
        Assert.AreEqual((line, column), (mistake.Line, mistake.Column), mistake.ToString());
    }

    [TestMethod]
    [DataRow("", "the file is empty")]
    [DataRow("a: 1\n---\nb: 2", "more than one document")]
    [DataRow("a: &x [*x]", "'*x' stands inside what it names")]
    [DataRow("a: *nowhere", "'*nowhere' names nothing")]
    [DataRow("a:\n\t- b", "a tab in the indentation")]
    public void Document_Odd_IsRefusedInWords(string text, string expected) => Assert.AreEqual(expected, Refused(text).Found);

    [TestMethod]
    public void Document_TabInTheIndentation_SaysWhere() => Assert.AreEqual((3, 3), (Refused("a:\n  b: 1\n  \tc: 2").Line, Refused("a:\n  b: 1\n  \tc: 2").Column));

    [TestMethod]
    public void Document_Alias_IsReadWhereItStands()
    {
        var map = Parse("a: &rule {dt: 1 s}\nb: *rule").Root.AsMapping("a file")!;
        Assert.AreEqual("1 s", map.Required("b")!.AsMapping("a rule")!.RequiredText("dt"));
    }

    [TestMethod]
    public void Document_AliasesThatMultiply_AreRefused()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        StringAssert.Contains(Refused(bomb).Found, "more than 100000 values");
    }

    [TestMethod]
    [DataRow("[")]
    [DataRow("{a: ")]
    public void Document_NestedWithoutEnd_IsRefused(string open) =>
        StringAssert.Contains(Refused(string.Concat(Enumerable.Repeat(open, 20_000))).Found, "more than 40 levels of nesting");

    [TestMethod]
    public void Document_TooLong_IsRefused() => StringAssert.Contains(Refused(new string('a', 1_000_001)).Found, "1000001 characters");

    [TestMethod]
    public void Document_Garbage_IsRefusedOrReadButNeverAnythingElse() => Gen.Byte.Array[0, 400].ForAll(bytes =>
    {
        try
        {
            Parse(System.Text.Encoding.Latin1.GetString(bytes));
        }
        catch (DocumentException e)
        {
            Assert.IsTrue(e.Mistakes[0] is { Line: > 0, Column: > 0 }, e.Message);
        }
    }, cases: 20_000);

    [TestMethod]
    public void Mistakes_Several_AreTogetherInTheOrderOfTheFile()
    {
        var document = Parse("a: 1 parsec\nb: [x]\nc: maybe");
        var map = document.Root.AsMapping("a file")!;
        map.Truth("c", false);
        map.Text("b");
        map.Quantity("a", Dimension.Length, 0);
        map.WholeNumber("a", 0, 0, 1);
        map.Finish();
        var mistakes = Assert.ThrowsExactly<DocumentException>(document.ThrowIfMistaken).Mistakes;
        CollectionAssert.AreEqual(new[] { 1, 1, 2, 3 }, mistakes.Select(m => m.Line).ToArray());
    }

    [TestMethod]
    public void Finish_UnknownKey_IsReportedAtTheKeyWithTheNearest()
    {
        var document = Parse("voltag: 1 V");
        var map = document.Root.AsMapping("a file")!;
        map.Quantity("voltage", Dimension.Voltage, 0);
        map.Finish();
        Assert.AreEqual("file.yaml:1:1: unknown key 'voltag'; did you mean 'voltage'? The keys here are: voltage", document.Mistakes.Single().ToString());
    }

    [TestMethod]
    [DataRow("[a]: 1", "a list as a key")]
    [DataRow("{a: 1}: 1", "a mapping as a key")]
    [DataRow("'': 1", "nothing as a key")]
    public void Mapping_KeyThatIsNoWord_IsReported(string text, string expected)
    {
        var document = Parse(text);
        document.Root.AsMapping("a file")!.Finish();
        Assert.AreEqual(expected, document.Mistakes.Single().Found);
    }

    [TestMethod]
    public void Quantity_WithUncertainty_IsRefusedWhereNobodyUsesIt()
    {
        var document = Parse("a: 5 +- 1 mA");
        Assert.IsTrue(double.IsNaN(document.Root.AsMapping("a file")!.RequiredQuantity("a", Dimension.Current)));
        StringAssert.Contains(document.Mistakes.Single().Allowed, "without an uncertainty");
    }

    [TestMethod]
    public void Warnings_OfADocument_StopNothing()
    {
        var document = Parse("b: 1\na: 2");
        var map = document.Root.AsMapping("a file")!;
        map.Required("a")!.Warn("odd", "less odd");
        map.Required("b")!.Warn("odd", "less odd");
        document.ThrowIfMistaken();
        CollectionAssert.AreEqual(new[] { 1, 2 }, document.Warnings.Select(w => w.Line).ToArray());
    }
}
