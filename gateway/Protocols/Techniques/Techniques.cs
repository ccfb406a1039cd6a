namespace CoinRig.Protocols;

/// <summary>The techniques that a protocol can name.</summary>
public static class Techniques
{
    /// <summary>All of them: one line each.</summary>
    public static IReadOnlyList<ITechnique> All { get; } =
    [
        new Rest(),
        new ConstantCurrent(),
        new ConstantVoltage(),
        new ConstantCurrentConstantVoltage(),
        new LinearSweep(),
        new CyclicVoltammetry(),
        new GalvanostaticTitration(),
        new PotentiostaticTitration(),
        new ConstantPower(),
        new ConstantResistance(),
        new Pulses(),
        new CurrentInterruption(),
        new MultiStepCharge(),
        new Wait(),
    ];
}
