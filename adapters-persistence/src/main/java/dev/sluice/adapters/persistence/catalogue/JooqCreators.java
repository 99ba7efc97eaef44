package dev.sluice.adapters.persistence.catalogue;

import static dev.sluice.adapters.persistence.schema.Tables.CREATORS;
import static org.jooq.impl.DSL.any;

import dev.sluice.adapters.persistence.page.Keyset;
import dev.sluice.adapters.persistence.schema.tables.records.CreatorsRecord;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorDetails;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Creators in PostgreSQL. */
final class JooqCreators implements Creators {

    private final DSLContext database;

    JooqCreators(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Creator> find(CreatorId id) {
        return database.selectFrom(CREATORS).where(CREATORS.ID.eq(id.value())).fetchOptional(JooqCreators::creator);
    }

    @Override
    public Map<CreatorId, Creator> findAll(Collection<CreatorId> ids) {
        UUID[] values = ids.stream().map(CreatorId::value).toArray(UUID[]::new);
        return database.selectFrom(CREATORS)
                .where(CREATORS.ID.eq(any(values)))
                .fetchMap(row -> new CreatorId(row.getId()), JooqCreators::creator);
    }

    @Override
    public Page<Creator> list(PageRequest page) {
        List<Creator> rows = database.selectFrom(CREATORS)
                .where(Keyset.from(page, CREATORS.ID))
                .orderBy(CREATORS.ID.desc())
                .limit(Keyset.rows(page))
                .fetch(JooqCreators::creator);
        return Page.cut(rows, page, creator -> creator.id().value());
    }

    @Override
    public void add(Creator creator) {
        CreatorsRecord row = details(creator.details());
        row.setId(creator.id().value());
        row.setCurrency(creator.currency().getCurrencyCode());
        row.setVersion(creator.version());
        database.insertInto(CREATORS).set(row).execute();
    }

    @Override
    public boolean replace(Creator creator) {
        CreatorsRecord row = details(creator.details());
        row.setVersion(creator.version());
        return database.update(CREATORS)
                        .set(row)
                        .where(CREATORS.ID.eq(creator.id().value()))
                        .and(CREATORS.VERSION.eq(creator.version() - 1))
                        .execute()
                == 1;
    }

    private static CreatorsRecord details(CreatorDetails details) {
        CreatorsRecord row = new CreatorsRecord();
        row.setName(details.name());
        row.setBio(details.bio());
        row.setLegalName(details.seller().legalName());
        row.setVatId(details.seller().vatId());
        row.setInvoiceFormat(details.seller().invoiceFormat().name());
        PostalAddress address = details.seller().address();
        row.setStreet(address.street());
        row.setPostalCode(address.postalCode());
        row.setCity(address.city());
        row.setCountry(address.country().code());
        return row;
    }

    private static Creator creator(CreatorsRecord row) {
        return new Creator(
                new CreatorId(row.getId()),
                Currency.getInstance(row.getCurrency()),
                new CreatorDetails(row.getName(), row.getBio(), seller(row)),
                row.getVersion());
    }

    private static Seller seller(CreatorsRecord row) {
        PostalAddress address =
                new PostalAddress(row.getStreet(), row.getPostalCode(), row.getCity(), new Country(row.getCountry()));
        return new Seller(row.getLegalName(), address, row.getVatId(), InvoiceFormat.valueOf(row.getInvoiceFormat()));
    }
}
