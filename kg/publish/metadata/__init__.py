"""What a site says of its data as a whole: VoID, DCAT-AP, schema.org; dumps, sitemap, robots."""
