namespace CoinRig.Electrochemistry;

/// <summary>Constants of nature (SI 2019, exact).</summary>
public static class Constants
{
    /// <summary>Charge of a mole of electrons, C/mol.</summary>
    public const double Faraday = 96485.33212;

    /// <summary>Molar gas constant, J/(mol K).</summary>
    public const double Gas = 8.314462618;
}
