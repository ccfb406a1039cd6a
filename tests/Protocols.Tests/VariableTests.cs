using CoinRig.Documents;

namespace CoinRig.Protocols.Tests;

/// <summary><c>let</c>: values by name, and arithmetic with units.</summary>
[TestClass]
public sealed class VariableTests
{
    const string File = """
        name: t
        let:
          rate: C/10
          top: 4.2 V
          low: $top - 1.4 V
          n: 5
          pulse: 10 min
          window: $low .. $top
        limits: {voltage: 2.5 V .. ($top + 150 mV), current: 2 mA}
        record: {dt: $pulse / 60}
        steps:
          - Charge at $rate until $top
          - Hold at {top} for {3 * pulse} or until {rate / 2}
          - Discharge at {2 * rate} until {(low + top) / 2 - 0.1 V} ({pulse / 10} period)
          - repeat: 2 * $n
            steps:
              - {step: cyclic_voltammetry, rate: ($top - $low) / (14 * 1000 s), between: $window, cycles: $n - 3}
          - step: constant_current
            current: discharge 2 * $rate
            until: [voltage < $low, time > 1.5 / (2 * $rate) or charge > 0.3 mA * $pulse]
        """;

    static double OneC => Shipped.Lpo.OneCAmperes;

    [TestMethod]
    public void Values_StandWhereTheyAreNamed()
    {
        var plan = Shipped.Read(File);
        Assert.IsEmpty(plan.Warnings, string.Join('\n', plan.Warnings));
        var steps = plan.Steps.ToArray();
        Assert.AreEqual("Charge at C/10 until 4.2 V", steps[0].Text);
        Assert.AreEqual(0.1 * OneC, steps[0].Segments[0].Set.Start, 1e-15);
        Assert.AreEqual(1800, steps[1].Segments[0].Until[0].Threshold, 1e-9);
        Assert.AreEqual(0.05 * OneC, steps[1].Segments[0].Until[1].Threshold, 1e-15);
        Assert.AreEqual(3.4, steps[2].Segments[0].Until[0].Threshold, 1e-12);
        Assert.AreEqual(60, steps[2].Segments[0].Record.IntervalSeconds, 1e-9);
        Assert.AreEqual(10, steps[0].Segments[0].Record.IntervalSeconds, 1e-9);
        Assert.AreEqual(10, plan.Instructions.OfType<BeginLoop>().Single().Count);
        var sweeps = steps[3].Segments;
        Assert.AreEqual(1e-4, Math.Abs(sweeps[1].Set.SlopePerSecond), 1e-12);
        Assert.AreEqual("2.8 4.2", string.Join(' ', sweeps.Select(s => s.Set.End).Where(double.IsFinite).Distinct().Order()));
        Assert.AreEqual(1, sweeps.Max(s => s.Pass));
        Assert.AreEqual(-0.2 * OneC, steps[4].Segments[0].Set.Start, 1e-15);
        var until = steps[4].Segments[0].Until;
        Assert.AreEqual(2.8, until[0].Threshold, 1e-12);
        Assert.AreEqual(7.5 * 3600, until[1].Threshold, 1e-6);
        Assert.AreEqual(0.3e-3 * 600, until[2].Threshold, 1e-9);
        Assert.AreEqual(4.35, plan.Limits.Protocol.Single(l => l is { Quantity: Measured.Voltage, Above: true }).Threshold, 1e-12);
        Assert.AreEqual("rate=C/10 top=4.2 V low=2.8 V n=5 pulse=10 min window=2.8 V .. 4.2 V", string.Join(' ', plan.Variables.Select(v => $"{v.Name}={v.Text}")));
    }

    [TestMethod]
    [DataRow("a: 2 V", "voltage: $a + 3 mA", "'$a + 3 mA': a voltage (2 V) + a current (3 mA); two values of the same quantity around + and -")]
    [DataRow("a: C/10", "voltage: 3 V\n    until: $a - 10 uA", "'$a - 10 uA': a C-rate (0.1 C) - a current (10 uA); two values of the same quantity")]
    [DataRow("a: 3 V", "voltage: $zzz", "'$zzz': there is no variable 'zzz'; one of the variables: a")]
    [DataRow("tops: 3 V", "voltage: $topps", "there is no variable 'topps'; did you mean 'tops'? The variables are: tops")]
    [DataRow("a: 3 V", "voltage: 2 * $a *", "nothing behind '*'; a value with its unit, $name or (...)")]
    [DataRow("a: 3 V", "voltage: (2 * $a", "no ')'; as many closing as opening")]
    [DataRow("a: 3 V", "voltage: $a / 0", "a voltage (3 V) divided by 0; a divisor other than 0")]
    [DataRow("a: 3 V", "voltage: $a * $a", "its value has a unit that no quantity of protocols has; a product or quotient that is")]
    [DataRow("a: 3 V", "voltage: $a * * 2", "'**': two operators in a row")]
    [DataRow("a: 3 V", "voltage: $a + soon", "'soon' where a value is needed")]
    [DataRow("a: 3 V", "voltage: $", "'$' without a name; $name of a value under 'let'")]
    [DataRow("a: 3 mA", "voltage: $a", "'$a' (3 mA); a number and a unit of voltage, such as 4.2 V")]
    [DataRow("a: 2", "voltage: 3 V\n    for: 1 h\n    range: $a", "'$a' (2); auto, or a range of the board")]
    [DataRow("a: 3 V, a2: $a3, a3: $a2", "voltage: $a", "'a2' is made of itself: a2 -> a3 -> a2; values that are known without it")]
    [DataRow("a: $a", "voltage: $a", "'a' is made of itself: a -> a")]
    [DataRow("a: 3 +- 0.1 V", "voltage: $a", "'+-': a value with an uncertainty; one value without an uncertainty")]
    [DataRow("a: 3 volts", "voltage: $a", "'volts' behind a value; a value with its unit")]
    [DataRow("a: soon", "voltage: $a", "'soon' where a value is needed")]
    [DataRow("a: ", "voltage: $a", "a variable without a value")]
    [DataRow("a: [1 V]", "voltage: $a", "a variable without a value")]
    [DataRow("voltage: 3 V", "voltage: $voltage", "the variable 'voltage' hides what 'voltage' means already; another name")]
    [DataRow("mV: 3 V", "voltage: $mV", "the variable 'mV' hides what 'mV' means already")]
    [DataRow("a-b: 3 V", "voltage: 3 V", "the variable 'a-b'; a name of letters, digits and '_'")]
    [DataRow("w: 2.8 V .. 4 V", "voltage: 2 * $w", "'w' is a range; arithmetic with single values")]
    [DataRow("hot: 25 degC", "voltage: 2 * $hot", "+ and - with temperatures")]
    [DataRow("a: 3.9 V", "voltage: $a + 0.5 V", "the step goes to 4.4 V")]
    public void Mistake_IsToldWithItsPlaceAndWhatIsAllowed(string let, string keys, string message)
    {
        var mistakes = Shipped.Mistakes($"name: t\nlimits: {{voltage: 2 V .. 4.3 V}}\nlet: {{{let}}}\nsteps:\n  - step: constant_voltage\n    {keys}{(keys.Contains("until") || keys.Contains("for:") ? "" : "\n    until: C/20")}\n");
        Assert.HasCount(1, mistakes, string.Join('\n', mistakes));
        StringAssert.Matches(mistakes[0], new("^test.yaml:[3678]:[0-9]+: "));
        StringAssert.Contains(mistakes[0], message);
    }

    [TestMethod]
    public void Let_WithoutVariables_SaysWhereTheyAreNamed() =>
        StringAssert.Contains(Shipped.Mistakes("name: t\nsteps:\n  - Charge at $rate until 4.2 V\n").Single(), "test.yaml:3:5: 'Charge at $rate until 4.2 V': there is no variable 'rate'; 'let: {name: value}' at the top of the file");

    [TestMethod]
    public void Unused_IsWarnedOf() =>
        Assert.AreEqual("test.yaml:2:14: nothing uses the variable 'spare'; '$spare' where its value belongs, or no 'spare'",
            Shipped.Read("name: t\nlet: {spare: 3 V, t: 1 h}\nsteps:\n  - Rest for $t\n").Warnings.Single().ToString());

    [TestMethod]
    public void Chain_WithoutEnd_IsRefused_AndALongOneIsNot()
    {
        static string Chain(int length) => $"name: t\nlet:\n{string.Concat(Enumerable.Range(0, length).Select(i => $"  v{i}: $v{i + 1}\n"))}  v{length}: 1 h\nsteps: [Rest for $v0]\n";
        Assert.AreEqual("Rest for 1 h", Shipped.Read(Chain(90)).Steps.Single().Text);
        StringAssert.Contains(Shipped.Mistakes(Chain(20_000))[0], "the variable 'v100' at the end of a chain of more than 100; variables that are made of fewer others");
        StringAssert.Contains(Shipped.Mistakes($"name: t\nsteps: [Rest for {{{new string('(', 5000)}1 h}}]\n".Replace("[Rest", "['Rest").Replace("}]", "}']")).Single(), "more than 40 parentheses inside each other");
    }

    [TestMethod]
    public void Texts_AreLeftAlone()
    {
        var plan = Shipped.Read("name: costs $5 (a {lot})\nsteps: [{step: wait, for: person, message: 'pay ($5)', timeout: (30 + 30) * 1 min}]\n");
        Assert.AreEqual("costs $5 (a {lot})", plan.Name);
        Assert.AreEqual("pay ($5)", plan.Steps.Single().Segments[0].Wait!.Text);
        Assert.AreEqual(3600, plan.Steps.Single().Segments[0].Until[1].Threshold, 1e-9);
    }

    [TestMethod]
    [DataRow("i: 50 uA", "Charge at $i until 4.2 V", "Charge at 0.05 mA until 4.2 V")]
    [DataRow("p: 1500 uW", "Discharge at $p until 2.8 V", "Discharge at 1.5 mW until 2.8 V")]
    [DataRow("r: 20 kohm", "Discharge at $r until 2.8 V", "Discharge at 20000 Ohm until 2.8 V")]
    [DataRow("t: 1 d", "Rest for $t", "Rest for 24 h")]
    [DataRow("t: 1 h", "Rest for $t / 3 ($t / 60 period)", "Rest for 20 min (1 min period)")]
    [DataRow("i: C/3", "Discharge at $i until 2.8 V", "Discharge at C/3 until 2.8 V")]
    public void Sentence_GetsUnitsOfItsGrammar(string let, string sentence, string text) =>
        Assert.AreEqual(text, Shipped.Read($"name: t\nlet: {{{let}}}\nsteps:\n  - {sentence}\n").Steps.Single().Text);

    [TestMethod]
    public void Alias_OfAnExpression_IsComputedOnce() =>
        Assert.AreEqual("4.1 4.1", string.Join(' ', Shipped.Read("name: t\nlet: {top: 4.2 V}\nsteps:\n  - step: constant_voltage\n    voltage: &v $top - 0.1 V\n    for: 1 h\n  - step: constant_voltage\n    voltage: *v\n    for: 1 h\n")
            .Steps.Select(s => $"{s.Segments[0].Set.Start:0.###}")));

    [TestMethod]
    public void Assignment_GivesATextThatReproducesTheRun()
    {
        var document = Assignments.Apply(Document.Parse(File, "test.yaml"), ["top=4.1V"]);
        var plan = ProtocolFile.Read(document, Shipped.Lpo);
        Assert.AreEqual("4.1V", plan.Variables.Single(v => v.Name == "top").Text);
        Assert.AreEqual(4.1, plan.Steps.First().Segments[0].Until[0].Threshold);
        Assert.AreEqual(2.7, plan.Steps.Last().Segments[0].Until[0].Threshold, 1e-12);
        StringAssert.Contains(plan.SourceText, "  top: '4.1V'\n  low: $top - 1.4 V\n");
        StringAssert.EndsWith(plan.SourceText, "# set for this run: top = 4.1V (in the file: 4.2 V)\n");
        Assert.AreEqual(plan.Steps.Last().Text, ProtocolFile.Read(Document.Parse(plan.SourceText, "again.yaml"), Shipped.Lpo).Steps.Last().Text);
    }

    [TestMethod]
    public void Assignments_InFlowStyle_WithCommentsAndQuotes_ReplaceTheValueAlone()
    {
        const string text = "name: t\nlet: {a: 1 h , 'b': \"2 h\",c: C/5} # a, b\nsteps: [Rest for $a, Rest for $b, {constant_current: {current: $c, for: 1 h}}]\n";
        var changed = Assignments.Apply(Document.Parse(text, "t.yaml"), ["b=3 h", "a = 90 min", "c=100 uA"]).Text;
        StringAssert.StartsWith(changed, "name: t\nlet: {a: '90 min' , 'b': '3 h',c: '100 uA'} # a, b\nsteps: [Rest for $a,");
        Assert.IsNull(Assignments.Difference(Document.Parse(changed, "t.yaml"), ["a=1.5 h"]));
        Assert.AreEqual("a = 90 min, not 1 h", Assignments.Difference(Document.Parse(changed, "t.yaml"), ["a=1 h"]));
    }

    [TestMethod]
    [DataRow("tpo=4.1 V", "'tpo=4.1 V' sets a variable that the protocol does not have; did you mean 'top'? The variables are: rate, top, low, n, pulse, window")]
    [DataRow("top=4.1 A", "test.yaml:4:8: 'top=4.1 A' is a current, but 'top' is a voltage in the file (4.2 V); a voltage, such as 4.2 V")]
    [DataRow("top=4,1 V", "test.yaml:4:8: '4,1 V': ',1 V' behind a value (as it was set for this run); a value with its unit")]
    [DataRow("low=$lo", "there is no variable 'lo' (as it was set for this run); did you mean 'low'?")]
    public void Assignment_ThatCannotBe_IsRefused(string assignment, string message)
    {
        var told = string.Join('\n', Assert.ThrowsExactly<DocumentException>(() => ProtocolFile.Read(Assignments.Apply(Document.Parse(File, "test.yaml"), [assignment]), Shipped.Lpo)).Mistakes);
        StringAssert.Contains(told, message);
    }

    [TestMethod]
    public void Arithmetic_KeepsPrecedenceAndSigns()
    {
        foreach (var (text, seconds) in new[] { ("(10 - 2 - 3) * 1 s", 5.0), ("(2 s + 3 * 4 s)", 14), ("(2 + 3) * 4 s", 20), ("(12 s / 2 / 3)", 2), ("-2 * -3 s + (0 s)", 6), ("(1 h - 59 min)", 60), ("1 / (C/10) / (10)", 3600), ("(2 mAh) / (2 mA)", 3600), ("(1 V) / (0.1 mV/s)", 10_000) })
        {
            Assert.AreEqual(seconds, Shipped.OnlyStep($"  - {{step: rest, for: {text}}}").Segments[0].Until[0].Threshold, 1e-9, text);
        }
    }
}
