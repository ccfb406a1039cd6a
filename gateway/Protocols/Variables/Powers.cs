namespace CoinRig.Protocols;

/// <summary>The powers of the units that a value is made of: a resistance is V^1 A^-1.</summary>
/// <param name="Volts">Of V.</param>
/// <param name="Amperes">Of A.</param>
/// <param name="Seconds">Of s.</param>
/// <param name="OneC">Of 1C, which becomes amperes only with a cell.</param>
/// <param name="Celsius">Of degC.</param>
/// <param name="Kilograms">Of kg.</param>
/// <param name="SquareMetres">Of m2.</param>
readonly record struct Powers(int Volts = 0, int Amperes = 0, int Seconds = 0, int OneC = 0, int Celsius = 0, int Kilograms = 0, int SquareMetres = 0)
{
    public static Powers operator +(Powers a, Powers b) => new(a.Volts + b.Volts, a.Amperes + b.Amperes, a.Seconds + b.Seconds, a.OneC + b.OneC,
        a.Celsius + b.Celsius, a.Kilograms + b.Kilograms, a.SquareMetres + b.SquareMetres);

    public static Powers operator -(Powers a) => new(-a.Volts, -a.Amperes, -a.Seconds, -a.OneC, -a.Celsius, -a.Kilograms, -a.SquareMetres);
}
