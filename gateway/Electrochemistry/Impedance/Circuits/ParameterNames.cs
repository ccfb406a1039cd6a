namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>Names of parameters as names of results.</summary>
static class ParameterNames
{
    /// <summary><c>impedance_r1</c> of R1, <c>impedance_alpha1</c> of alpha1.</summary>
    public static string Of(string parameter) => $"impedance_{parameter.ToLowerInvariant()}";
}
