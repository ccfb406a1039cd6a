using CoinRig.Lateness;

return args switch
{
    [Load.Word] => Load.Bear(),
    [Boards.Word, .. var rest] => Boards.Carry(rest),
    [Measurement.Word, var minutes, var policy] => Measurement.Carry(int.Parse(minutes), policy == Measurement.RealTime),
    _ => Comparison.Carry(Arguments.Parse(args)),
};
