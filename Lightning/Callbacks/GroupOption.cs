using TorchSharp.Modules;

namespace Lightning;

/// <summary>Reads one option of a parameter group by Python's name, whatever the optimizer.</summary>
internal sealed class GroupOption : IOptionVisitor
{
    private readonly string _wanted;
    private double? _found;

    private GroupOption(string wanted) => _wanted = wanted;

    /// <summary>The number; null when the optimizer has no such option.</summary>
    internal static double? Number(OptimizerOptions options, string name)
    {
        var visitor = new GroupOption(name);
        options.Describe(visitor);
        return visitor._found;
    }

    public void Number(string name, ref double? value)
    {
        if (name == _wanted)
        {
            _found = value;
        }
    }

    public void Whole(string name, ref long? value)
    {
    }

    public void Text(string name, ref string? value)
    {
    }

    public void Flag(string name, ref bool? value)
    {
    }

    public void Pair(string name, ref double? first, ref double? second)
    {
    }

    public void Constant(string name, object? value)
    {
    }
}
