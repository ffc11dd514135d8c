namespace DetectionKit.Language.Plan.Predicates;

/// <summary>One method for each kind of predicate, so that a new one breaks the build wherever it must be thought of.</summary>
/// <typeparam name="T">What they give.</typeparam>
public abstract class PredicateVisitor<T>
{
    /// <summary>Always or never.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitConstant(ConstantPredicate predicate);

    /// <summary>All of them hold.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitAnd(AndPredicate predicate);

    /// <summary>At least one holds.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitOr(OrPredicate predicate);

    /// <summary>It does not hold.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitNot(NotPredicate predicate);

    /// <summary><c>field IN (...)</c>: at least one of the comparisons holds; all of them are about that one field.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitIn(InPredicate predicate);

    /// <summary><c>field=*</c>: the field is there.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitExists(ExistsPredicate predicate);

    /// <summary>The field is there and one of its values, as text and without case, fits the pattern; or, negated, one of its values does not.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitText(TextPredicate predicate);

    /// <summary>A field of the type integer is there and compares so with a whole number.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitInteger(IntegerPredicate predicate);

    /// <summary>A field of the type integer, number or time is there and compares so with a number (times as epoch seconds).</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitNumber(NumberPredicate predicate);

    /// <summary>The field is there and one of its values is less or greater: as numbers where both are, else as text without case.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitOrder(OrderPredicate predicate);

    /// <summary>A field of the type address is there and is this address; or, negated, another.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitAddress(AddressPredicate predicate);

    /// <summary>The field is there and one of its values is an address of the network; or, negated, one of its values is not. On a field of another type its text is read as an address.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitNetwork(NetworkPredicate predicate);

    /// <summary>A bare word or phrase: it occurs in the event, without case.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitFreeText(FreeTextPredicate predicate);

    /// <summary>What a subsearch found holds.</summary>
    /// <param name="predicate">The predicate.</param>
    public abstract T VisitSubsearch(SubsearchPredicate predicate);
}
