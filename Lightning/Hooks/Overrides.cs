namespace Lightning;

/// <summary>Tells, once per run, whether a virtual method is overridden: a delegate to it names the class that implements it.</summary>
internal static class Overrides
{
    internal static bool Has(Delegate method, Type declaring) => method.Method.DeclaringType != declaring;

    internal static ModuleOverrides When(this ModuleOverrides flag, Delegate method, Type declaring) =>
        Has(method, declaring) ? flag : ModuleOverrides.None;
}
