using CoinRig.Documents;
using CoinRig.Tests;
using CsCheck;

namespace CoinRig.Protocols.Tests;

/// <summary>Shipped protocols with damage: they become a plan or a message, never anything else.</summary>
[TestClass]
public sealed class MutationTests
{
    static readonly string[] Texts = [.. Shipped.Protocols.Select(File.ReadAllText)];

    static readonly string[] Snippets =
        [":", "-", "{", "}", "[", "]", "'", "\"", "\n", "\t", "  ", "&a ", "*a", "!x ", "%", "0", "-1", "1e999", "NaN", "\0", "\u00b5", "until", "C/0", "repeat: 0", "steps:", "|", ">", "#", "? ", "<<: ", "9999999999", "V", "..", "$", "$top", "(", ")", " * ", " - 1 V", "let: {a: $b, b: $a}\n", "{rate}"];

    [TestMethod]
    public void ShippedProtocol_Damaged_IsReadOrRefusedWithAPlace()
    {
        var edits = Gen.Select(Gen.Int[0, 999], Gen.Int[0, 2], Gen.Int[0, Snippets.Length - 1], Gen.Int[0, 12]).Array[1, 6];
        Gen.Select(Gen.Int[0, Texts.Length - 1], edits).ForAll(((int Text, (int, int, int, int)[] Changes) c) =>
        {
            var damaged = c.Changes.Aggregate(Texts[c.Text], (t, edit) => Damage(t, edit.Item1, edit.Item2, Snippets[edit.Item3], edit.Item4));
            try
            {
                var plan = ProtocolFile.Read(Document.Parse(damaged, "damaged.yaml"), Shipped.Lpo);
                Assert.IsFalse(double.IsNaN(PlanEstimate.Of(plan).Duration.Seconds), damaged);
            }
            catch (DocumentException e)
            {
                Assert.IsTrue(e.Mistakes.Count > 0 && e.Mistakes.All(m => m.Found.Length > 0 && m.Allowed.Length > 0 && m is { Line: > 0, Column: > 0 }), e.Message);
            }
        }, cases: 4000);
    }

    static string Damage(string text, int place, int kind, string snippet, int length)
    {
        var at = text.Length * place / 1000;
        var cut = Math.Min(length, text.Length - at);
        return kind switch
        {
            0 => text.Insert(at, snippet),
            1 => text.Remove(at, cut),
            _ => text.Remove(at, cut).Insert(at, snippet),
        };
    }
}
