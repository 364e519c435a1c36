using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Lightning.Cli;

/// <summary>
/// The classes that a command line may make: Lightning's own, those registered in code, and (in a program that is not trimmed) those of the program's
/// assemblies and, where a module of torch is asked for, TorchSharp's. No other, whatever a configuration says.
/// </summary>
internal sealed class ClassRegistry
{
    private readonly Dictionary<Type, ClassEntry> _entries = [];
    private readonly Dictionary<Type, ClassFamily> _families = [];
    private readonly HashSet<Assembly> _assemblies = [];
    private readonly ParseRules _rules;

    /// <param name="rules">What holds for all settings.</param>
    /// <param name="assemblies">The program's own, where classes are looked for by name.</param>
    internal ClassRegistry(ParseRules rules, IEnumerable<Assembly> assemblies)
    {
        _rules = rules;
        Kinds = new KindFactory(this);
        _assemblies.UnionWith(assemblies.Where(assembly => assembly != typeof(Trainer).Assembly && assembly != typeof(torch).Assembly));
        LightningClasses.AddTo(this);
    }

    internal KindFactory Kinds { get; }

    /// <summary>Allows a class.</summary>
    internal ClassEntry Add([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        if (!_entries.TryGetValue(type, out var entry))
        {
            _entries[type] = entry = ClassEntry.Of(type, Kinds, _rules);
        }

        return entry;
    }

    /// <summary>Whether something of this type can be made.</summary>
    internal bool MayHold(Type type) =>
        type is { IsValueType: false, IsPointer: false, IsByRef: false, IsGenericParameter: false } && type != typeof(object) && type != typeof(string)
        && !type.IsAssignableTo(typeof(Delegate)) && !type.IsAssignableTo(typeof(Tensor)) && !type.IsArray
        && (_entries.Keys.Any(known => known.IsAssignableTo(type)) || (FreeReflection.IsSupported && Found(type).Any()));

    /// <summary>The classes that may stand where this type is asked for.</summary>
    /// <param name="type">The type of a parameter.</param>
    /// <param name="names">Names that stand for an object.</param>
    /// <param name="convert">Makes the object of such a name.</param>
    internal ClassFamily Family(Type type, string[]? names = null, Func<string, object>? convert = null)
    {
        if (!_families.TryGetValue(type, out var family))
        {
            _families[type] = family = new ClassFamily(type.Name, () => All(type))
            {
                Names = names ?? [], Convert = convert, Itself = type is { IsAbstract: false, IsInterface: false } ? Entry(type) : null,
            };
        }

        return family;
    }

    /// <summary>The subclasses of a class, of which one has to be named even where the class itself could be made.</summary>
    internal ClassFamily Subclasses(Type type) => new(type.Name, () => All(type));

    /// <summary>The class whose arguments a group is.</summary>
    internal ClassEntry Entry(ValueKind group) => _entries.Values.First(entry => entry.Arguments == group);

    private List<ClassEntry> All(Type type)
    {
        IEnumerable<Type> types = _entries.Keys.Where(known => known.IsAssignableTo(type) && !known.IsAbstract);
        if (FreeReflection.IsSupported)
        {
            types = types.Union(Found(type));
        }

        return [.. types.ToList().Select(Entry).OfType<ClassEntry>().Where(entry => entry.IsUsable)];
    }

    private ClassEntry? Entry(Type type) => _entries.TryGetValue(type, out var entry) ? entry : FreeReflection.IsSupported ? Free(type) : null;

    [RequiresUnreferencedCode("The class is known at run time only.")]
    private ClassEntry Free(Type type) => Add(type);

    [RequiresUnreferencedCode("Looks for classes in whole assemblies.")]
    private IEnumerable<Type> Found(Type type)
    {
        // TorchSharp's assembly is large, and its classes are asked for by their own base only.
        var torchs = type.IsAssignableTo(typeof(torch.nn.Module)) && type.Assembly == typeof(torch).Assembly;
        return _assemblies.Concat(torchs ? [typeof(torch).Assembly] : []).SelectMany(assembly => assembly.GetTypes()).Where(found =>
            found is { IsAbstract: false, IsInterface: false, IsValueType: false, ContainsGenericParameters: false, IsNestedPrivate: false }
            && found.IsAssignableTo(type) && !found.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && found.GetConstructors().Length > 0);
    }
}
