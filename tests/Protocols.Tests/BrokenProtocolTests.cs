namespace CoinRig.Protocols.Tests;

/// <summary>Every broken protocol gets its one message, with its place.</summary>
[TestClass]
public sealed class BrokenProtocolTests
{
    const string Head = "name: t\nsteps:\n";

    [TestMethod]
    [DataRow("", "test.yaml:1:1: the file is empty; one YAML document")]
    [DataRow("- Rest for 1 hour", "test.yaml:1:1: a list; a protocol file: a mapping of 'key: value' lines")]
    [DataRow("name: t", "test.yaml:1:1: no 'steps'; 'steps: ...' is needed here")]
    [DataRow("steps: [Rest for 1 hour]", "test.yaml:1:1: no 'name'; 'name: ...' is needed here")]
    [DataRow("name: t\nsteps: []", "test.yaml:2:8: a list; a list of at least one step: '- Rest for 30 minutes'")]
    [DataRow("name: t\nsteps: [Rest for 1 hour]\nlimit: {}", "test.yaml:3:1: unknown key 'limit'; did you mean 'limits'? The keys here are: name, description, let, limits, record, rest, c_rate, after_power_loss, resume_if_voltage_within, durability, steps")]
    [DataRow("name: t\nname: u", "test.yaml:2:1: not YAML: Duplicate key name; check indentation, quotes and colons here")]
    [DataRow(Head + "  - step: git", "test.yaml:3:11: unknown technique 'git'; did you mean 'gitt'? The techniques are: rest, constant_current, constant_voltage, cccv, linear_sweep, cyclic_voltammetry, gitt, pitt, constant_power, constant_resistance, pulses, ici, multi_step_charge, wait")]
    [DataRow(Head + "  - {current: 1 mA, for: 1 h}", "test.yaml:3:5: a mapping without 'step' or 'repeat'; 'step: TECHNIQUE' with its keys, or 'repeat: N' with 'steps'")]
    [DataRow(Head + "  - rest: 30 min", "test.yaml:3:11: '30 min'; the keys of 'rest' in braces: 'rest: {for: 30 min}'")]
    [DataRow(Head + "  - rset: {for: 30 min}", "test.yaml:3:5: unknown technique 'rset'; did you mean 'rest'? The techniques are: rest, constant_current, constant_voltage, cccv, linear_sweep, cyclic_voltammetry, gitt, pitt, constant_power, constant_resistance, pulses, ici, multi_step_charge, wait")]
    [DataRow(Head + "  - [Rest for 1 hour]", "test.yaml:3:5: a list; a sentence such as 'Rest for 30 minutes', or a mapping 'step: TECHNIQUE' with its keys")]
    [DataRow(Head + "  - {step: rest}", "test.yaml:3:5: a step without an end; 'for: 1 h', or 'until:' with a condition such as 'voltage > 4.2 V'")]
    [DataRow(Head + "  - {step: constant_current, current: C/5}", "test.yaml:3:5: a step without an end; 'for: 1 h', or 'until:' with a condition such as 'voltage > 4.2 V'")]
    [DataRow(Head + "  - {step: constant_current, for: 1 h}", "test.yaml:3:5: no 'current'; 'current: ...' is needed here")]
    [DataRow(Head + "  - {step: constant_current, current: 5, for: 1 h}", "test.yaml:3:39: '5'; a current: C/5, 0.2 C, 100 uA, 18 mA/g or 0.1 mA/cm2; positive charges, so a discharge is -C/5 or 'discharge C/5'")]
    [DataRow(Head + "  - {step: constant_current, current: C/0, for: 1 h}", "test.yaml:3:39: 'C/0'; a current: C/5, 0.2 C, 100 uA, 18 mA/g or 0.1 mA/cm2; positive charges, so a discharge is -C/5 or 'discharge C/5'")]
    [DataRow(Head + "  - {step: constant_current, current: 0 mA, for: 1 h}", "test.yaml:3:39: '0 mA'; a current that is not zero; for no current write 'step: rest'")]
    [DataRow(Head + "  - {step: constant_current, current: 6 mA, for: 1 h}", "test.yaml:3:39: the step asks for 6 mA, beyond the cell's limit of 5 mA; at most 5 mA")]
    [DataRow("name: t\nlimits: {current: 2 mA}\nsteps:\n  - {step: constant_current, current: -3 mA, for: 1 h}", "test.yaml:4:39: the step asks for 3 mA, beyond the protocol's limit of 2 mA; at most 2 mA")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, for: -1 h}", "test.yaml:3:49: '-1 h'; a time above 0 s and at most 366 d")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, for: 1 lightyear}", "test.yaml:3:49: '1 lightyear'; a number and a unit of time, such as 30 min (units: s, ms, us, min, h, d, second, seconds, sec, minute, minutes, hour, hours, hr, day, days)")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, until: voltage > 4.6 V}", "test.yaml:3:51: the step ends at 4.6 V, above the cell's limit of 4.5 V; at most 4.5 V")]
    [DataRow("name: t\nlimits: {voltage: 2.5 V .. 4.3 V}\nsteps:\n  - Charge at C/5 until 4.35 V", "test.yaml:4:5: the step ends at 4.35 V, above the protocol's limit of 4.3 V; at most 4.3 V")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, until: voltag > 4.2 V}", "test.yaml:3:51: 'voltag > 4.2 V' is about 'voltag'; did you mean 'voltage'? The quantities are: time, voltage, current, |current|, absolute_current, charge, capacity, energy, power, dV/dt, |dV/dt|, absolute_dV/dt, temperature, cycle, and results such as capacity_retention")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, until: voltage == 4.2 V}", "test.yaml:3:51: '==' in 'voltage == 4.2 V'; one of >, >=, <, <= (a reading is never exactly equal)")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, until: C/20}", "test.yaml:3:51: 'C/20' tells nothing here: the current is set by the step; an end by time, voltage, charge or capacity")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, until: time < 1 h}", "test.yaml:3:51: 'time < 1 h' is met at once; time > VALUE")]
    [DataRow(Head + "  - {step: constant_current, current: C/5, until: charge < 1 mAh}", "test.yaml:3:51: 'charge < 1 mAh' is met at once: the charge of a step starts at zero; charge > VALUE; it is counted without its sign")]
    [DataRow(Head + "  - {step: rest, until: charge > 1 mAh}", "test.yaml:3:25: 'charge > 1 mAh' can never be met: no current flows in a rest; an end by time or voltage")]
    [DataRow(Head + "  - {step: rest, until: 3 V}", "test.yaml:3:25: '3 V' without > or <; 'voltage > 3 V' or 'voltage < 3 V': here the voltage may go either way")]
    [DataRow(Head + "  - {step: constant_voltage, voltage: 4.2 V, until: voltage > 4.1 V}", "test.yaml:3:53: 'voltage > 4.1 V' can never be met: the voltage is held; an end by time, current or charge, such as C/20 or time > 2 h")]
    [DataRow(Head + "  - {step: constant_voltage, voltage: 1.9 V, for: 1 h}", "test.yaml:3:39: the step goes to 1.9 V, below the cell's limit of 2 V; at least 2 V")]
    [DataRow(Head + "  - {step: constant_voltage, voltage: 4.2 V, until: 6 mA}", "test.yaml:3:53: '6 mA' is met at once: the current limit is 5 mA; a current below the limit, such as C/20")]
    [DataRow(Head + "  - {step: cccv, current: C/5, voltage: 4.2 V, until: C/5}", "test.yaml:3:55: 'C/5' is met as soon as the hold begins: the current before it is 122.148 uA; a cut-off below the current, such as C/20")]
    [DataRow(Head + "  - {step: cccv, current: C/5, voltage: 4.2 V}", "test.yaml:3:5: no 'until'; 'until: ...' is needed here")]
    [DataRow(Head + "  - {step: linear_sweep, rate: -1 mV/s, end: 4.2 V}", "test.yaml:3:32: '-1 mV/s'; a rate above zero; where the sweep goes tells its direction")]
    [DataRow(Head + "  - {step: linear_sweep, rate: 1 mV/s, start: 3 V, end: 3 V}", "test.yaml:3:57: '3 V'; an end that differs from the start")]
    [DataRow(Head + "  - {step: linear_sweep, rate: 1 mV/s, start: ocv, end: 3 V}", "test.yaml:3:47: 'ocv'; open_circuit, or a voltage such as 3.0 V")]
    [DataRow(Head + "  - {step: cyclic_voltammetry, rate: 1 mV/s, between: 4.2 V .. 2.8 V}", "test.yaml:3:55: '4.2 V .. 2.8 V'; the lower voltage first, then a higher one")]
    [DataRow(Head + "  - {step: cyclic_voltammetry, rate: 1 mV/s, between: 2.8 V .. 4.2 V, start: 4.2 V}", "test.yaml:3:78: the start 4.2 V is the vertex that the first sweep goes to; another start, or 'direction: cathodic'")]
    [DataRow(Head + "  - {step: cyclic_voltammetry, rate: 1 mV/s, between: 2.8 V .. 4.2 V, start: 2.5 V}", "test.yaml:3:78: the start 2.5 V is not between the vertices; a voltage of 2.8 V to 4.2 V, or open_circuit")]
    [DataRow(Head + "  - {step: cyclic_voltammetry, rate: 1 mV/s, between: 2.8 V .. 4.2 V, cycles: 0}", "test.yaml:3:79: '0'; 'cycles' takes a whole number from 1 to 1000")]
    [DataRow(Head + "  - {step: gitt, current: C/10, pulse: 10 min, rest: 1 h}", "test.yaml:3:5: a titration without an end; 'until: voltage > 4.2 V' or 'pulses: 20'")]
    [DataRow(Head + "  - {step: gitt, current: 0 A, pulse: 10 min, rest: 1 h, pulses: 3}", "test.yaml:3:27: '0 A'; a current that is not zero; for no current write 'step: rest'")]
    [DataRow(Head + "  - {step: gitt, current: C/10, pulse: 10 min, rest: {hold: zero_current}, pulses: 3}", "test.yaml:3:54: no 'for'; 'for: ...' is needed here")]
    [DataRow(Head + "  - repeat: 0\n    steps: [Rest for 1 hour]", "test.yaml:3:13: '0'; 'repeat' takes a whole number from 1 to 100000")]
    [DataRow(Head + "  - repeat: 100001\n    steps: [Rest for 1 hour]", "test.yaml:3:13: '100001'; 'repeat' takes a whole number from 1 to 100000")]
    [DataRow(Head + "  - repeat: 3", "test.yaml:3:5: no 'steps'; 'steps: ...' is needed here")]
    [DataRow(Head + "  - repeat: 3\n    steps: []", "test.yaml:4:12: a list; a list of at least one step: '- Rest for 30 minutes'")]
    [DataRow(Head + "  - repeat: 2\n    cycle: true\n    steps:\n      - {repeat: 2, cycle: true, steps: [Rest for 1 hour]}", "test.yaml:6:28: a loop with 'cycle: true' inside another; one loop of a nest counts the cycles")]
    [DataRow(Head + "  - {repeat: 100000, steps: [{repeat: 1000, steps: [Rest for 1 hour]}]}", "test.yaml:3:30: loops that run their steps 100000000 times; at most 10000000 passes in all")]
    [DataRow("name: t\nlimits: {voltage: 2.5 V .. 4.6 V}\nsteps: [Rest for 1 hour]", "test.yaml:2:19: the voltage limit 4.6 V is above the 4.5 V of the cell ncm523-lpo; a protocol can only narrow the cell's limits: 4.5 V or tighter")]
    [DataRow("name: t\nlimits: {current: 10 mA}\nsteps: [Rest for 1 hour]", "test.yaml:2:19: the current limit 10 mA is beyond the 5 mA of the cell ncm523-lpo; a protocol can only narrow the cell's limits: 5 mA or tighter")]
    [DataRow("name: t\nlimits: []\nsteps: [Rest for 1 hour]", "test.yaml:2:9: an empty list; voltage: 2.5 V .. 4.35 V, current: 2 mA or temperature: 45 degC; no 'limits' for those of the cell alone")]
    [DataRow("name: t\nrecord: {dt: 2 d}\nsteps: [{step: rest, for: 1 h, record: {dV: 1 mV}}]", "test.yaml:2:14: '2 d'; a time of 1 ms to 1 d between two samples")]
    [DataRow("name: t\nlet: 3 V\nsteps: [Rest for $t]", "test.yaml:2:6: '3 V'; 'let': a mapping of 'key: value' lines")]
    [DataRow(Head + "  - {step: constant_current, current: 5, until: 4.2 V}", "test.yaml:3:39: '5'; a current: C/5, 0.2 C, 100 uA, 18 mA/g or 0.1 mA/cm2; positive charges, so a discharge is -C/5 or 'discharge C/5'")]
    [DataRow(Head + "  - {step: pulses, train: [{current: C/5}, {rest: 1 h}], until: voltage > 4.2 V}", "test.yaml:3:5: a part of the step without an end of its own, so that what follows it never comes; 'for: 10 s' or 'until:' in each part")]
    [DataRow(Head + "  - {step: multi_step_charge, stages: [{current: C/5}, {current: C/10, until: 4.2 V}], for: 9 h}", "test.yaml:3:5: a part of the step without an end of its own, so that what follows it never comes; 'for: 10 s' or 'until:' in each part")]
    [DataRow("name: t\nresume_if_voltage_within: 0 V\nsteps: [Rest for 1 hour]", "test.yaml:2:27: '0 V'; a voltage above 0 V, at most 1 V: by how much the cell may have moved while the power was off")]
    [DataRow("name: t\nlimits: {delay: 1 s}\nsteps: [Rest for 1 hour]", "test.yaml:2:9: a limit of nothing; voltage: 2.5 V .. 4.35 V, current: 2 mA or temperature: 45 degC")]
    [DataRow("name: t\nlimits: {current: 2 mA, action: panic}\nsteps: [Rest for 1 hour]", "test.yaml:2:33: 'panic'; 'action' is one of: stop, end_step")]
    [DataRow("name: t\nrecord: {dt: 0 s}\nsteps: [Rest for 1 hour]", "test.yaml:2:14: '0 s'; a time of 1 ms to 1 d between two samples")]
    [DataRow("name: t\nrecord: {dV: -1 mV}\nsteps: [Rest for 1 hour]", "test.yaml:2:14: '-1 mV'; a voltage above zero")]
    public void BrokenProtocol_OneMistake_IsToldWithItsPlace(string text, string expected)
    {
        var mistakes = Shipped.Mistakes(text);
        Assert.AreEqual(expected, string.Join(Environment.NewLine, mistakes));
    }

    [TestMethod]
    public void CRate_CellWithoutMass_SaysWhatTheCellFileLacks() =>
        Assert.AreEqual("test.yaml:3:39: 'C/5', but the cell file of resistor-10k states no 'active_mass' and 'nominal_capacity'; a current in A, mA or uA, or 'active_mass' and 'nominal_capacity' in the cell file",
            Shipped.Mistakes(Head + "  - {step: constant_current, current: C/5, for: 1 h}", Shipped.Resistor).Single());

    [TestMethod]
    public void BrokenProtocol_ManyMistakes_AreToldAllAtOnceInTheOrderOfTheFile()
    {
        var mistakes = Shipped.Mistakes("""
            name: t
            limits: {voltage: 2.5 V .. 4.6 V}
            record: {dt: 0 s}
            steps:
              - charge at C/5 until 4.2 V
              - repeat: 0
                steps:
                  - {step: gitt, current: 0 A, pulse: 1 lightyear, rest: 1 h, until: voltage > 9 V}
                  - {step: rest, for: 1 h, colour: red}
              - Hold at 4.7 V for 1 hour
            """);
        CollectionAssert.AreEqual(new[] { 2, 3, 5, 6, 8, 8, 8, 9, 10 }, mistakes.Select(m => int.Parse(m.Split(':')[1])).ToArray(), string.Join(Environment.NewLine, mistakes));
    }

    [TestMethod]
    public void Repeat_NestedTooDeep_IsRefused()
    {
        var steps = string.Concat(Enumerable.Repeat("{repeat: 1, steps: [", 9)) + "Rest for 1 hour" + string.Concat(Enumerable.Repeat("]}", 9));
        StringAssert.Contains(Shipped.Mistakes($"name: t\nsteps: [{steps}]").Single(), "more than 8 loops inside each other; at most 8");
    }
}
