using CoinRig.Documents;

namespace CoinRig.Cells.Tests;

/// <summary>Every mistake is told with its place, what was found and what is allowed.</summary>
[TestClass]
public sealed class BrokenCellFileTests
{
    const string Sound = "name: c\nlimits: {voltage: 2 V .. 4.5 V, current: 5 mA}\n";
    const string Mass = "a number and a unit of mass, such as 3.39 mg (units: kg, g, mg, ug)";
    const string Keys = "chemistry, particle, limits, name, description, working_electrode, start, active_mass, area, nominal_capacity, molar_mass, molar_volume, twin";

    [TestMethod]
    [DataRow("", "c.yaml:1:1: the file is empty; one YAML document")]
    [DataRow("just words", "c.yaml:1:1: 'just words'; a cell file: a mapping of 'key: value' lines")]
    [DataRow("- a\n- b\n", "c.yaml:1:1: a list; a cell file: a mapping of 'key: value' lines")]
    [DataRow("name: [c\n",
        "c.yaml:2:1: not YAML: While parsing a flow sequence, did not find expected ',' or ']'.; check indentation, quotes and colons here")]
    [DataRow("name: c\n---\nname: d\n", "c.yaml:1:1: more than one document; one YAML document")]
    [DataRow("limits: {voltage: 2 V .. 4.5 V, current: 5 mA}\n", "c.yaml:1:1: no 'name'; 'name: ...' is needed here")]
    [DataRow("name:\nlimits: {voltage: 2 V .. 4.5 V, current: 5 mA}\n", "c.yaml:1:6: nothing; 'name' takes a text that is not empty")]
    [DataRow("name: my cell/1\nlimits: {voltage: 2 V .. 4.5 V, current: 5 mA}\n",
        "c.yaml:1:7: 'my cell/1'; a name of letters, digits, '-', '_' and '.' (it becomes part of file names and MQTT topics)")]
    [DataRow("name: c\n", "c.yaml:1:1: no 'limits'; 'limits: ...' is needed here")]
    [DataRow("name: c\nlimits: 4.5 V\n", "c.yaml:2:9: '4.5 V'; 'limits': a mapping of 'key: value' lines")]
    [DataRow("name: c\nlimits: {current: 5 mA}\n", "c.yaml:2:9: no 'voltage'; 'voltage: ...' is needed here")]
    [DataRow("name: c\nlimits: {voltage: 4.5 V .. 2 V, current: 5 mA}\n",
        "c.yaml:2:19: '4.5 V .. 2 V'; the lower voltage first, then a higher one")]
    [DataRow("name: c\nlimits: {voltage: 4.5 V, current: 5 mA}\n", "c.yaml:2:19: '4.5 V'; two values of voltage, each with its unit, the lower first: LOW .. HIGH, with values such as 4.2 V")]
    [DataRow("name: c\nlimits: {voltage: 2.8 .. 4.5 V, current: 5 mA}\n", "c.yaml:2:19: '2.8 .. 4.5 V'; each value with its unit: 2.8 V .. 4.5 V")]
    [DataRow("name: c\nlimits: {voltage: 2 V .. 4.5 V}\n", "c.yaml:2:9: no 'current'; 'current: ...' is needed here")]
    [DataRow("name: c\nlimits: {voltage: 2 V .. 4.5 V, current: -5 mA}\n",
        "c.yaml:2:42: '-5 mA'; a current above zero; it limits both directions")]
    [DataRow("name: c\nlimits: {voltage: 2 V .. 4.5 V, current: 5 mV}\n",
        "c.yaml:2:42: '5 mV'; a number and a unit of current, such as 100 uA (units: A, mA, uA, nA)")]
    [DataRow(Sound + "active_mas: 3 mg\n",
        "c.yaml:3:1: unknown key 'active_mas'; did you mean 'active_mass'? The keys here are: " + Keys)]
    [DataRow(Sound + "active_mass: 3\n", "c.yaml:3:14: '3'; " + Mass)]
    [DataRow(Sound + "active_mass: 3 mA\n", "c.yaml:3:14: '3 mA'; " + Mass)]
    [DataRow(Sound + "active_mass: -3 mg\n", "c.yaml:3:14: '-3 mg'; a mass above zero")]
    [DataRow(Sound + "active_mass: 0 mg\n", "c.yaml:3:14: '0 mg'; a mass above zero")]
    [DataRow(Sound + "active_mass: 3 +- lots mg\n", "c.yaml:3:14: '3 +- lots mg'; " + Mass)]
    [DataRow(Sound + "active_mass: 1e999 mg\n", "c.yaml:3:14: '1e999 mg'; " + Mass)]
    [DataRow(Sound + "active_mass: {value: 3}\n", "c.yaml:3:14: a mapping; " + Mass)]
    [DataRow(Sound + "active_mass: 3 mg\nactive_mass: 4 mg\n",
        "c.yaml:4:1: not YAML: Duplicate key active_mass; check indentation, quotes and colons here")]
    [DataRow(Sound + "nominal_capacity: 180 mAh\n",
        "c.yaml:3:19: '180 mAh'; a number and a unit of specific capacity, such as 180 mAh/g (units: mAh/g, Ah/kg, C/kg)")]
    [DataRow(Sound + "working_electrode: cathode\n", "c.yaml:3:20: 'cathode'; 'working_electrode' is one of: positive, negative")]
    [DataRow(Sound + "start: charged\n", "c.yaml:3:8: 'charged'; 'start' is one of: unknown, discharged")]
    [DataRow(Sound + "chemistry: lipo\n", "c.yaml:3:12: 'lipo'; 'chemistry' is one of: insertion, dummy")]
    [DataRow(Sound + "chemistry: dummy\n",
        "c.yaml:2:42: '5 mA'; at most 1 mA for 'chemistry: dummy', because its voltage is not checked before connecting")]
    [DataRow(Sound + "particle: 1.75 um\n", "c.yaml:3:11: '1.75 um'; 'particle': a mapping of 'key: value' lines")]
    [DataRow(Sound + "particle: {shape: sphere}\n", "c.yaml:3:11: no 'radius'; 'radius: ...' is needed here")]
    [DataRow(Sound + "particle: {shape: cube, radius: 1 um}\n", "c.yaml:3:19: 'cube'; 'shape' is one of: sphere, slab")]
    [DataRow(Sound + "particle: {radius: 0 um, size: 1 um}\n",
        "c.yaml:3:20: '0 um'; a length above zero\nc.yaml:3:26: unknown key 'size'; the keys here are: shape, radius")]
    [DataRow(Sound + "twin: half_cell\n", "c.yaml:3:7: 'half_cell'; 'twin': a mapping of 'key: value' lines")]
    [DataRow(Sound + "twin: {model: full_cell}\n", "c.yaml:3:15: 'full_cell'; 'model' is one of: half_cell, resistor, dummy")]
    [DataRow(Sound + "twin: {model: half_cell, parameters: ncm811}\n",
        "c.yaml:3:38: 'ncm811'; 'parameters' is one of: ncm523-lpo, ncm523-pristine")]
    [DataRow(Sound + "twin: {model: resistor, resistance: 0 ohm}\n", "c.yaml:3:37: '0 ohm'; a resistance above zero")]
    [DataRow(Sound + "twin: {model: resistor, r0: 10 ohm}\n",
        "c.yaml:3:25: unknown key 'r0'; the keys here are: model, voltage, resistance")]
    [DataRow(Sound + "twin: {model: dummy, c1: -1 mF}\n", "c.yaml:3:26: '-1 mF'; a capacitance above zero")]
    [DataRow(Sound + "twin: {resistance: 3 kohm}\n", "c.yaml:3:8: unknown key 'resistance'; the keys here are: model, parameters")]
    [DataRow(Sound + "active_mass: 3 +- 1e999 mg\n", "c.yaml:3:14: '3 +- 1e999 mg'; " + Mass)]
    public void Read_OneMistake_IsToldWithPlaceFindingAndRemedy(string text, string message)
    {
        var mistakes = Mistakes(text);
        Assert.AreEqual(message, string.Join("\n", mistakes));
    }

    [TestMethod]
    public void Read_SeveralMistakes_AreAllToldInTheOrderOfTheFile()
    {
        var mistakes = Mistakes("name: a b\nlimits: {voltage: 4 V, current: 0 mA}\narea: 1 cm\ntwin: {model: none}\n");
        CollectionAssert.AreEqual(new[] { "c.yaml:1:7", "c.yaml:2:19", "c.yaml:2:33", "c.yaml:3:7", "c.yaml:4:15" }, mistakes.Select(m => m.Split(": ")[0]).ToArray());
    }

    [TestMethod]
    public void Load_NoSuchFile_IsToldWithItsPath()
    {
        var thrown = Assert.ThrowsExactly<DocumentException>(() => CellFile.Load("nowhere/c.yaml"));
        Assert.AreEqual("nowhere/c.yaml: there is no such file; give the path of a readable file", thrown.Message);
    }

    static IReadOnlyList<string> Mistakes(string text)
    {
        var thrown = Assert.ThrowsExactly<DocumentException>(() => CellFile.Read(Document.Parse(text, "c.yaml")));
        return [.. thrown.Mistakes.Select(m => m.ToString())];
    }
}
