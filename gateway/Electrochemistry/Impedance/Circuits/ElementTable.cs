namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>How elements are written and what parameters they have.</summary>
static class ElementTable
{
    /// <summary>The symbols that a circuit may use; a longer one stands before the one that begins like it.</summary>
    public static readonly (string Symbol, ElementKind Kind)[] Symbols =
    [
        ("CPE", ElementKind.ConstantPhase), ("Wo", ElementKind.WarburgOpen), ("Ws", ElementKind.WarburgShort), ("W", ElementKind.Warburg),
        ("R", ElementKind.Resistor), ("C", ElementKind.Capacitor), ("L", ElementKind.Inductor),
    ];

    /// <summary>The parameters of an element with a number (or none).</summary>
    public static CircuitParameter[] Parameters(ElementKind kind, string number) => kind switch
    {
        ElementKind.Resistor => [new("R" + number, "ohm", false)],
        ElementKind.Capacitor => [new("C" + number, "F", false)],
        ElementKind.Inductor => [new("L" + number, "H", false)],
        ElementKind.ConstantPhase => [new("Q" + number, "S s^alpha", false), new("alpha" + number, "1", true)],
        ElementKind.Warburg => [new("sigma" + number, "ohm s^-1/2", false)],
        _ => [new("Rw" + number, "ohm", false), new("tau" + number, "s", false)],
    };
}
