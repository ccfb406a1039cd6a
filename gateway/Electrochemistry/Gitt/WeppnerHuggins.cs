namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The short-time formulas (Weppner and Huggins 1977, J. Electrochem. Soc. 124, 1569). They hold for tau far below L^2/D; on a
/// sphere the short form already reads 17 % low at theta = 0.01.
/// </summary>
public static class WeppnerHuggins
{
    /// <summary>D/L^2 from the two voltages, 1/s: 4/(pi tau) (dEs/dEt)^2.</summary>
    /// <param name="pulseSeconds">tau, s.</param>
    /// <param name="equilibriumStepVolts">dEs, V.</param>
    /// <param name="transientStepVolts">dEt, V: the end of the pulse less its beginning, without ohmic drop and charge transfer.</param>
    public static double ShortForm(double pulseSeconds, double equilibriumStepVolts, double transientStepVolts) =>
        4 / (Math.PI * pulseSeconds) * Math.Pow(equilibriumStepVolts / transientStepVolts, 2);

    /// <summary>D/L^2 from the slope over the root of time, 1/s: (4/pi) ((dEs/tau)/slope)^2.</summary>
    public static double SlopeForm(double pulseSeconds, double equilibriumStepVolts, double slopeVoltsPerRootSecond) =>
        RateForm(equilibriumStepVolts / pulseSeconds, slopeVoltsPerRootSecond);

    /// <summary>D/L^2 from the slope of the equilibrium voltage over time and the slope over the root of time, 1/s: also the form of ICI.</summary>
    public static double RateForm(double slopeVoltsPerSecond, double slopeVoltsPerRootSecond) =>
        4 / Math.PI * Math.Pow(slopeVoltsPerSecond / slopeVoltsPerRootSecond, 2);

    /// <summary>D in m2/s from the slope of the equilibrium voltage over composition: (4/pi) [I V_M/(z F A) (dE/dx)/(dE/d sqrt t)]^2, z = 1.</summary>
    public static double FullForm(double currentAmperes, double molarVolume, double areaSquareMetres, double voltsPerComposition, double slopeVoltsPerRootSecond) =>
        4 / Math.PI * Math.Pow(currentAmperes * molarVolume / (Constants.Faraday * areaSquareMetres) * voltsPerComposition / slopeVoltsPerRootSecond, 2);
}
