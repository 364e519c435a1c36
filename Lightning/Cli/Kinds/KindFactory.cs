namespace Lightning.Cli;

/// <summary>Finds out what a parameter may be from its type.</summary>
internal sealed class KindFactory(ClassRegistry classes)
{
    internal ClassRegistry Classes => classes;

    /// <summary>The kind of a type; null when no command line can give a value of it.</summary>
    /// <param name="type">The type of a parameter.</param>
    /// <param name="nullable">Whether null may be given although the type does not say so: its default is null.</param>
    internal ValueKind? For(Type type, bool nullable = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return For(inner) is { } value ? new NullableKind(value) : null;
        }

        var kind = ScalarKinds.For(type) ?? TrainerKinds.For(type, this) ?? CollectionKinds.For(type, this) ?? Class(type);
        return kind is not null && nullable && !type.IsValueType ? new NullableKind(kind) : kind;
    }

    private ClassKind? Class(Type type) => classes.MayHold(type) ? new ClassKind(classes.Family(type)) : null;
}
