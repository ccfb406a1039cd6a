namespace CoinRig.Electrochemistry.Uncertainty;

/// <summary>What one input costs of a result's uncertainty (GUM, JCGM 100:2008, 5.1.3: sensitivity times standard uncertainty).</summary>
/// <param name="Input">The input in snake_case: noise, voltage_gain, current_gain, current_offset, mass, area, radius, fit, ...</param>
/// <param name="Uncertainty">Its part in the result's standard uncertainty, in the unit of the result, without sign.</param>
public readonly record struct BudgetTerm(string Input, double Uncertainty);
