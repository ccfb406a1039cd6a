using Spectre.Console;

namespace CoinRig.Gateway.Tests;

/// <summary>Tables on terminals of a few widths: no line is wider, and no number is broken.</summary>
[TestClass]
public sealed class ScreenTableTests
{
    [TestMethod]
    [DataRow(60)]
    [DataRow(80)]
    [DataRow(100)]
    [DataRow(200)]
    public void ToSpectre_AnyWidth_BreaksNoNumber(int width)
    {
        using var folder = new TempFolder();
        using var run = Runs.RunFileReader.Open(MadeUpRun.Make(folder.Path));
        foreach (var table in ResultTables.Of([.. run.Results().Select(r => r.Row)]))
        {
            var lines = Lines(table, width);
            Assert.IsLessThanOrEqualTo(width, lines.Max(l => l.Length));
            var shown = string.Join('\n', lines);
            foreach (var number in table.ToLines().Skip(2).SelectMany(l => l.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(c => c.Contains("+-", StringComparison.Ordinal)))
            {
                Assert.Contains(number, shown, $"at {width}");
            }
        }
    }

    [TestMethod]
    public void ToSpectre_PartsOfATable_RepeatTheKeys()
    {
        var table = new ScreenTable(">cycle", ">one / V", ">two / V") { Keys = 1 };
        table.Add("7", "1.2345678 +- 0.0000001", "2.2345678 +- 0.0000002");
        Assert.HasCount(1, table.ToSpectre(60).ToList());
        Assert.HasCount(2, table.ToSpectre(40).ToList());
        Assert.AreEqual(2, Lines(table, 40).Count(l => l.Contains("7 │", StringComparison.Ordinal)));
    }

    static List<string> Lines(ScreenTable table, int width)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        foreach (var part in table.ToSpectre(width))
        {
            console.Write(part);
        }
        return [.. output.ToString().Split('\n').Select(l => l.TrimEnd())];
    }
}
