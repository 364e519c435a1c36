namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of three inputs: override <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public abstract class Module<T1, T2, T3, TResult> :
            HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2,
                T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>,
            IModule<T1, T2, T3, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Callers use <see cref="call"/>, which runs the hooks as well.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the hooks before <see cref="forward"/>, then it, then the hooks after it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => HasHooks ? CallHooked(input1, input2, input3) : forward(input1, input2, input3);

            private TResult CallHooked(T1 input1, T2 input2, T3 input3)
            {
                using TraceScopes.Scope scope = TraceScopes.Enter(this);
                RunPreparations();
                if (GlobalModuleHooks.Before.Count > 0)
                {
                    var inputs = GlobalModuleHooks.RunBefore(this, [input1, input2, input3]);
                    (input1, input2, input3) = (GlobalModuleHooks.Item<T1>(inputs, 0), GlobalModuleHooks.Item<T2>(inputs, 1), GlobalModuleHooks.Item<T3>(inputs, 2));
                }

                RunPreHooks(hook =>
                {
                    if (hook(this, input1, input2, input3) is { } replaced)
                    {
                        (input1, input2, input3) = replaced;
                    }
                });
                if (StartWatch() is not { } watch)
                {
                    return Finish(input1, input2, input3, forward(input1, input2, input3));
                }

                watch.Note(input1);
                watch.Note(input2);
                watch.Note(input3);
                watch.WatchInputs();
                input1 = watch.Watched(input1);
                input2 = watch.Watched(input2);
                input3 = watch.Watched(input3);
                return watch.WatchResult(Finish(input1, input2, input3, forward(input1, input2, input3)));
            }

            private TResult Finish(T1 input1, T2 input2, T3 input3, TResult result)
            {
                if (GlobalModuleHooks.After.Count > 0)
                {
                    result = GlobalModuleHooks.RunAfter(this, [input1, input2, input3], result);
                }

                RunPostHooks(hook =>
                {
                    if (hook(this, input1, input2, input3, result) is { } replaced)
                    {
                        result = replaced;
                    }
                });
                return result;
            }
        }
    }
}
